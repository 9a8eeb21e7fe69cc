package dev.crossdock.api.v1.network;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Body;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.RateCardInput;
import dev.crossdock.routing.network.RateMatrix;
import dev.crossdock.routing.network.Told;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

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

  /** The prices as a file that a spreadsheet opens. */
  @GetMapping("/api/v1/network/rate-cards/{code}/prices")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<String> prices(ApiCall call, @PathVariable String code) {
    RateCardInput card =
        commands.read(call, tx -> network.cards().find(tx, code)).map(RateCardInput::of).orElseThrow(Tags::missing);
    return ResponseEntity.ok().eTag("\"" + card.version() + "\"").contentType(CSV).body(RateMatrix.write(card));
  }

  /** Takes such a file: all of its prices and zones instead of those before, or none. */
  @PutMapping("/api/v1/network/rate-cards/{code}/prices")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<RateCardInput> price(
      ApiCall call,
      HttpServletRequest request,
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Integer version = Tags.version(ifMatch);
    RateMatrix.Read read = RateMatrix.read(Body.of(request).bytes());
    refuse(read.flaws());
    return commands.write(
        call,
        RateCardInput.class,
        tx -> {
          RateCardInput was = network.cards().find(tx, code).map(RateCardInput::of).orElseThrow(Tags::missing);
          RateCardInput card = was.named(code, version).priced(read.steps(), read.zones());
          Told<RateCard> told = network.cards().put(tx, List.of(card));
          if (told.errors().stream().anyMatch(error -> error.rule().equals("stale"))) {
            Tags.refuse(told.errors());
          }
          refuse(read.refused(told.errors()));
          return network.cards().find(tx, code).map(RateCardInput::of).orElseThrow(Tags::missing);
        });
  }

  private static void refuse(List<RateMatrix.Flaw> flaws) {
    Refusal.throwIfAny(
        flaws.stream()
            .map(flaw -> new FieldError(flaw.line() == 0 ? "" : "/" + flaw.line(), flaw.rule(), flaw.words()))
            .toList());
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
