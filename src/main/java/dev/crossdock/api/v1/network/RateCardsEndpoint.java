package dev.crossdock.api.v1.network;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCardInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What carriage costs. */
@RestController
class RateCardsEndpoint {

  private final Commands commands;
  private final Network network;

  RateCardsEndpoint(Commands commands, Network network) {
    this.commands = commands;
    this.network = network;
  }

  /** Rate cards in the order of their codes. */
  record RateCards(List<RateCardInput> items) {

    static RateCards of(List<Kept<RateCard>> kept) {
      return new RateCards(kept.stream().map(RateCardInput::of).toList());
    }
  }

  @GetMapping("/api/v1/network/rate-cards")
  @RequiresScope(Scope.STOCK_READ)
  RateCards list(ApiCall call, @RequestParam(required = false) @Nullable Instant at) {
    return RateCards.of(
        commands.read(
            call,
            tx ->
                at == null
                    ? network.cards().list(tx)
                    : network.cards().then(tx, at).values().stream()
                        .sorted(Comparator.comparing(Kept::name))
                        .toList()));
  }

  @PutMapping("/api/v1/network/rate-cards")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<Tags.Stored> put(ApiCall call, @RequestBody List<RateCardInput> body) {
    List<RateCardInput> cards = Items.of(body);
    return commands.write(call, Tags.Stored.class, tx -> Tags.Stored.of(network.cards().put(tx, cards)));
  }

  @GetMapping("/api/v1/network/rate-cards/{code}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<RateCardInput> get(ApiCall call, @PathVariable String code) {
    RateCardInput card =
        commands.read(call, tx -> network.cards().find(tx, code)).map(RateCardInput::of).orElseThrow(Tags::missing);
    return Tags.tagged(card, card.version());
  }

  @PutMapping("/api/v1/network/rate-cards/{code}")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<RateCardInput> putOne(
      ApiCall call,
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody RateCardInput body) {
    Tags.same(code, body.code(), "code");
    RateCardInput card = body.named(code, Tags.version(ifMatch));
    return commands.write(
        call,
        RateCardInput.class,
        tx -> {
          Tags.Stored.of(network.cards().put(tx, List.of(card)));
          return network.cards().find(tx, code).map(RateCardInput::of).orElseThrow(Tags::missing);
        });
  }

  @DeleteMapping("/api/v1/network/rate-cards/{code}")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<Tags.Stored> remove(
      ApiCall call,
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Integer version = Tags.version(ifMatch);
    return commands.write(call, Tags.Stored.class, tx -> Tags.Stored.of(network.cards().remove(tx, code, version)));
  }
}
