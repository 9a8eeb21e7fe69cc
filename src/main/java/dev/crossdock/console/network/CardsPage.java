package dev.crossdock.console.network;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.facts.Tariffs.Load;
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.network.CardAnswer;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.QuoteQuestion;
import dev.crossdock.routing.network.RateCard;
import dev.crossdock.routing.network.WhyNot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All rate cards, and what they say about a parcel somebody asks for. */
@RestController
class CardsPage {

  private static final List<Column> COLUMNS = List.of(
      Column.text("Card"), Column.text("Service"), Column.text("From"), Column.text("State"),
      Column.number("Zones"), Column.number("Weights"), Column.text("Currency"));
  private static final List<Column> ANSWERS = List.of(
      Column.text("Card"), Column.text("Service"), Column.text("Zone"), Column.number("Price"),
      Column.text("Arrives"), Column.text("Why not"));

  private final Pages pages;
  private final Door door;
  private final Locations locations;
  private final Network network;

  CardsPage(Pages pages, Door door, Locations locations, Network network) {
    this.pages = pages;
    this.door = door;
    this.locations = locations;
    this.network = network;
  }

  @GetMapping("/console/rate-cards")
  ResponseEntity<String> page(
      Visit visit,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String postalCode,
      @RequestParam(defaultValue = "") String grams) {
    Asked asked =
        new Asked(clean(from), clean(country).toUpperCase(Locale.ROOT), clean(postalCode), clean(grams));
    return pages.page(
        visit, Nav.LOCATIONS, "Rate cards", "network/cards.jte",
        door.read(visit.merchant(), tx -> view(tx, visit, asked)));
  }

  /** What the form asks. */
  private record Asked(String from, String country, String postalCode, String grams) {

    QuoteQuestion question() {
      long weight = grams.matches("[0-9]{1,9}") ? Long.parseLong(grams) : 0;
      return new QuoteQuestion(
          from, country, null, postalCode.isEmpty() ? null : postalCode, new Load(weight, 0, false, false), null);
    }
  }

  private CardsView view(Tx tx, Visit visit, Asked asked) {
    List<Kept<RateCard>> cards = network.cards().list(tx);
    List<Location> places = locations.list(tx);
    Optional<List<CardAnswer>> answers =
        asked.country().isEmpty() ? Optional.empty() : network.cards().answers(tx, asked.question());
    Instant now = visit.watch().now();
    return new CardsView(
        cards.isEmpty() ? null
            : new Grid(
                cards.size() + " rate cards", COLUMNS, cards.stream().map(card -> row(card, now)).toList()),
        cards.isEmpty()
            ? new Block(
                Block.Kind.NONE_YET, "No rate cards yet", "They say what carriage costs, and come by the API.", null)
            : null,
        Forms.location("from", "From", asked.from(), places, new Mistakes()),
        List.of(
            Field.text("country", "To country", asked.country()).withHint("As GB."),
            Field.text("postalCode", "Postal code", asked.postalCode()).withHint("Empty when not known."),
            Field.text("grams", "Grams", asked.grams()).withHint("Empty when not known.")),
        answers.map(found -> new Grid("What each card says", ANSWERS, answered(found, visit))).orElse(null));
  }

  private static Grid.Row row(Kept<RateCard> kept, Instant now) {
    RateCard card = kept.content();
    List<String> from = new ArrayList<>(card.fromLocations());
    from.addAll(card.fromCountries());
    return Grid.Row.of(
        "card-" + kept.name(),
        Cell.link(kept.name(), NetworkNav.RATE_CARDS.href() + "/" + kept.name()),
        Cell.of(card.carrier()).withSecond(card.service()),
        Cell.of(from.isEmpty() ? "Everywhere" : String.join(", ", from)),
        Cell.badge(state(card, now)),
        Cell.of(card.zones().size()),
        Cell.of(card.steps().size()),
        Cell.of(card.currency()));
  }

  static Badge state(RateCard card, Instant now) {
    if (card.valid(now)) {
      return Badge.of(Role.SUCCESS, Icon.PIP_FULL, "Valid");
    }
    return card.validFrom() != null && now.isBefore(card.validFrom())
        ? Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, "Not yet")
        : Badge.of(Role.NEUTRAL, Icon.CROSS, "Ended");
  }

  private static List<Grid.Row> answered(List<CardAnswer> answers, Visit visit) {
    return answers.stream()
        .map(
            answer -> {
              Quote quote = answer.quote();
              WhyNot whyNot = answer.whyNot();
              Instant arrives = quote == null ? null : quote.arrives();
              return Grid.Row.of(
                  "answer-" + answer.card(),
                  Cell.link(answer.card(), NetworkNav.RATE_CARDS.href() + "/" + answer.card()),
                  Cell.of(answer.carrier()).withSecond(answer.service()),
                  Cell.of(answer.zone() == null ? "" : answer.zone()),
                  Cell.of(quote == null ? "" : price(quote)),
                  arrives == null ? Cell.of("") : Cell.when(visit.watch().when(arrives)),
                  Cell.of(whyNot == null ? "" : whyNot.sentence()));
            })
        .toList();
  }

  private static String price(Quote quote) {
    return new Money(quote.price(), Currency.getInstance(quote.currency())).text() + " " + quote.currency();
  }

  private static String clean(@Nullable String text) {
    String kept = text == null ? "" : text.replace("\0", "").strip();
    return kept.substring(0, Math.min(kept.length(), 40));
  }
}
