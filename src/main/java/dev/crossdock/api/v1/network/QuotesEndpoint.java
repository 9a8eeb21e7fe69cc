package dev.crossdock.api.v1.network;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.facts.Tariffs.Load;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.QuoteQuestion;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a parcel would cost, and why services that do not carry it do not. */
@RestController
class QuotesEndpoint {

  private final Commands commands;
  private final Network network;

  QuotesEndpoint(Commands commands, Network network) {
    this.commands = commands;
    this.network = network;
  }

  @PostMapping("/api/v1/network/rate-cards/quote")
  @RequiresScope(Scope.STOCK_READ)
  QuoteBody.Answers quote(ApiCall call, @RequestBody QuoteBody body) {
    String from = body.from();
    QuoteBody.To to = body.to();
    if (from == null || to == null || to.country() == null) {
      throw Refusal.invalid(
          List.of(Items.error(0, from == null ? "from" : "to.country", "required", "It must be given.")));
    }
    Load load =
        new Load(
            body.grams() == null ? 0 : Math.max(0, body.grams()),
            body.longestMm() == null ? 0 : Math.max(0, body.longestMm()),
            body.oversize() != null && body.oversize(),
            body.hazmat() != null && body.hazmat());
    QuoteQuestion question =
        new QuoteQuestion(from, to.country(), to.region(), to.postalCode(), load, body.leaves());
    return new QuoteBody.Answers(
        commands.read(call, tx -> network.cards().answers(tx, question))
            .orElseThrow(() -> Refusal.notFound("There is no such location."))
            .stream()
            .map(QuoteBody.Answer::of)
            .toList());
  }
}
