package dev.crossdock.console.routing.decisions;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.routing.RoutingNav;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.Decisions.Brief;
import dev.crossdock.routing.RoutingPlan;
import dev.crossdock.routing.criteria.Criteria;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds decisions: "what left Leeds because New York was at capacity". */
@RestController
class DecisionsPage {

  private static final String PATH = "/console/routing/decisions";
  private static final int SHOWN = 50;
  private static final int DAYS = 30;
  private static final List<Column> COLUMNS = List.of(
      Column.text("Order"), Column.text("Decision"), Column.text("Outcome"), Column.text("Rule"), Column.text("Made"));

  private final Pages pages;
  private final Door door;
  private final Locations locations;
  private final OrderSearch orders;
  private final Decisions decisions = new Decisions();

  /** What is looked for; empty texts ask for nothing. */
  record Asked(String location, String lost, String because, LocalDate from, LocalDate to) {

    String query() {
      return Stream.of(
              "location=" + encoded(location), "lost=" + encoded(lost), "because=" + encoded(because), "from=" + from,
              "to=" + to)
          .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  DecisionsPage(Pages pages, Door door, Locations locations, OrderSearch orders) {
    this.pages = pages;
    this.door = door;
    this.locations = locations;
    this.orders = orders;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      Visit visit,
      @RequestParam(defaultValue = "") String location,
      @RequestParam(defaultValue = "") String lost,
      @RequestParam(defaultValue = "") String because,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String after) {
    LocalDate today = LocalDate.ofInstant(visit.watch().now(), visit.watch().zone());
    Asked asked = new Asked(
        plain(location), plain(lost), plain(because), day(from, today.minusDays(DAYS)), day(to, today));
    Decisions.Place behind = Decisions.Place.read(after).orElse(null);
    DecisionsView view = door.read(visit.merchant(), tx -> view(tx, visit.watch(), asked, behind));
    return pages.page(visit, Nav.ROUTING, "Decisions", "routing/decisions/page.jte", view);
  }

  private DecisionsView view(Tx tx, Watch watch, Asked asked, Decisions.@Nullable Place after) {
    List<Location> places = locations.list(tx);
    Map<String, String> names = places.stream().collect(Collectors.toMap(Location::code, Location::name));
    Instant from = asked.from().atStartOfDay(watch.zone()).toInstant();
    Instant until = asked.to().plusDays(1).atStartOfDay(watch.zone()).toInstant();
    List<Brief> found = decisions.search(
        tx,
        new Decisions.Wanted(
            orNull(asked.location()), orNull(asked.lost()), orNull(asked.because()), from, until),
        after, SHOWN + 1);
    List<Brief> shown = found.subList(0, Math.min(SHOWN, found.size()));
    Map<OrderId, OrderSearch.Row> rows =
        orders.rows(tx, shown.stream().map(Brief::order).distinct().toList()).stream()
            .collect(Collectors.toMap(OrderSearch.Row::id, Function.identity()));
    Block none = shown.isEmpty()
        ? new Block(Block.Kind.NO_MATCH, "No decision matches", question(asked, names) + ".",
            new Block.Action("Show all of the last " + DAYS + " days", PATH))
        : null;
    return new DecisionsView(
        RoutingNav.tabs(RoutingNav.DECISIONS), choices(asked, places),
        List.of(day("from", "From", asked.from()), day("to", "To", asked.to())), question(asked, names),
        new Grid("Decisions, the latest first", COLUMNS,
            shown.stream().map(brief -> row(brief, rows.get(brief.order()), watch)).toList()),
        none,
        found.size() > SHOWN ? PATH + "?" + asked.query() + "&after=" + shown.getLast().place().words() : null);
  }

  private static List<Choice> choices(Asked asked, List<Location> places) {
    List<Choice.Option> anywhere = new ArrayList<>(List.of(new Choice.Option("", "anywhere")));
    List<Choice.Option> nobody = new ArrayList<>(List.of(new Choice.Option("", "anybody")));
    for (Location place : places) {
      anywhere.add(new Choice.Option(place.code(), place.name()));
      nobody.add(new Choice.Option(place.code(), place.name()));
    }
    List<Choice.Option> why = new ArrayList<>(List.of(new Choice.Option("", "anything")));
    Criteria.all().describe().stream()
        .filter(each -> each.filter())
        .forEach(each -> why.add(new Choice.Option(each.type(), each.title())));
    return List.of(
        new Choice("location", "Left from", asked.location(), anywhere, null),
        new Choice("lost", "Kept out was", asked.lost(), nobody, null),
        new Choice("because", "Because of", asked.because(), why, null));
  }

  private static Field day(String name, String label, LocalDate day) {
    return new Field(name, label, "date", day.toString(), "off", null, null);
  }

  private static String question(Asked asked, Map<String, String> names) {
    String left = asked.location().isEmpty()
        ? "All orders"
        : "Orders that left " + names.getOrDefault(asked.location(), asked.location());
    String why = asked.because().isEmpty() ? "" : Criteria.all().describe(asked.because())
        .map(known -> "“" + known.title() + "”").orElse("“" + asked.because() + "”");
    String who = names.getOrDefault(asked.lost(), asked.lost());
    if (who.isEmpty() && why.isEmpty()) {
      return left;
    }
    return left + " because " + (who.isEmpty() ? "a place" : who) + " was kept out"
        + (why.isEmpty() ? "" : " by " + why);
  }

  private static Grid.Row row(Brief brief, OrderSearch.@Nullable Row order, Watch watch) {
    String href = "/console/orders/" + brief.order() + "#decision";
    return Grid.Row.of(
        "d-" + brief.id(),
        order == null ? Cell.link("Order", href) : Cell.link(order.number(), href).withSecond(order.externalNumber()),
        Cell.of(watch.told(brief.sentence())),
        Cell.badge(badge(brief.outcome())),
        Cell.of(brief.rule() == null ? "" : brief.rule()).withSecond(brief.policy()),
        Cell.when(watch.when(brief.decidedAt())));
  }

  private static Badge badge(RoutingPlan.Outcome outcome) {
    return switch (outcome) {
      case WHOLE -> Badge.of(Role.SUCCESS, Icon.CHECK, "One parcel");
      case SPLIT -> Badge.of(Role.PROGRESS, Icon.BRANCH, "Split");
      case PARTIAL -> Badge.of(Role.WARNING, Icon.CLOCK, "Some wait");
      case NOTHING -> Badge.of(Role.WARNING, Icon.CLOCK, "All wait");
    };
  }

  private static String plain(String text) {
    return text.replace("\0", "").strip();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A day that no calendar has, or that is centuries away, is left out. */
  private static LocalDate day(String text, LocalDate usual) {
    try {
      LocalDate day = LocalDate.parse(text);
      return Duration.between(usual.atStartOfDay(), day.atStartOfDay()).abs().toDays() > 36_500 ? usual : day;
    } catch (DateTimeParseException e) {
      return usual;
    }
  }
}
