package dev.crossdock.console.kitpage;

import dev.crossdock.console.kit.Amount;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Bucket;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Deadline;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Moment;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Payload;
import dev.crossdock.console.kit.QuantityBar;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the kit, so that each part can be looked at and tested in each state and both themes. */
@RestController
class KitPage {

  private static final String LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

  private final Pages pages;

  KitPage(Pages pages) {
    this.pages = pages;
  }

  /** Samples of every part. */
  public record View(
      List<Badge> badges,
      List<Icon> icons,
      List<QuantityBar> bars,
      List<Amount> amounts,
      List<Deadline> deadlines,
      List<Block> blocks,
      List<Note> notes,
      List<Field> fields,
      List<Choice> choices,
      Grid grid,
      List<Tab> tabs,
      List<Moment.Day> days,
      Payload payload,
      List<Flash> flashes) {}

  @GetMapping("/console/kit")
  ResponseEntity<String> page(Visit visit) {
    return pages.page(visit, null, "Kit", "kitpage/page.jte", view(visit.watch()));
  }

  static View view(Watch watch) {
    return new View(
        badges(),
        List.of(Icon.values()),
        bars(),
        amounts(),
        deadlines(watch),
        blocks(),
        notes(),
        fields(),
        choices(),
        grid(watch),
        List.of(
            new Tab("Open", "#open", true, "1,204"),
            new Tab("On hold", "#hold", false, "10,000+"),
            new Tab("All", "#all", false, null)),
        days(watch),
        new Payload("A message", "{\n  \"id\": 5512,\n  \"secret\": \"•••\",\n  \"title\": \"<b>Mug</b>\"\n}"),
        List.of(Flash.done("12 orders freed"), Flash.refused("Can't release: the hold is released already.")));
  }

  private static List<Badge> badges() {
    List<Badge> badges = new ArrayList<>();
    for (Role role : Role.values()) {
      badges.add(Badge.of(role, Icon.PIP_HALF, role.name()));
      badges.add(new Badge(role, Icon.HOLD, "On hold", "address"));
    }
    badges.add(new Badge(Role.CRITICAL, Icon.EXCEPTIONS, "Needs attention", LONG));
    return badges;
  }

  private static List<QuantityBar> bars() {
    return List.of(
        QuantityBar.of(bucket -> 1),
        QuantityBar.of(bucket -> bucket == Bucket.SHIPPED ? 3 : bucket == Bucket.ALLOCATED ? 2 : 0),
        QuantityBar.of(bucket -> bucket == Bucket.BACKORDERED ? 1 : bucket == Bucket.RESERVED ? 999 : 0),
        QuantityBar.of(bucket -> bucket == Bucket.UNPLACED ? 1 : 0),
        QuantityBar.of(bucket -> 0));
  }

  private static List<Amount> amounts() {
    Currency euro = Currency.getInstance("EUR");
    return List.of(
        Amount.total(new Money(123456789, euro)),
        Amount.part(new Money(-1200, euro)),
        Amount.part(Money.zero(euro)),
        Amount.total(new Money(1500, Currency.getInstance("JPY"))),
        Amount.total(new Money(1500, Currency.getInstance("KWD"))));
  }

  private static List<Deadline> deadlines(Watch watch) {
    return List.of(
        watch.deadline(watch.now().plus(Duration.ofDays(4))),
        watch.deadline(watch.now().plus(Duration.ofMinutes(48))),
        watch.deadline(watch.now().minus(Duration.ofHours(3))),
        watch.past(watch.now().minus(Duration.ofDays(300))));
  }

  private static List<Block> blocks() {
    Block.Action action = new Block.Action("Clear the filter", "#clear");
    return List.of(
        new Block(Block.Kind.NONE_YET, "No orders yet", "They appear here as soon as a channel sends one.", null),
        new Block(Block.Kind.NO_MATCH, "No order matches", "Nothing fits is:open sku:AB-12.", action),
        new Block(Block.Kind.FAILED, "Orders could not be loaded", "The database did not answer in time.", action));
  }

  private static List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    for (Role role : Role.values()) {
      notes.add(new Note(role, Icon.INFO, "A sentence in the role " + role + ".", new Block.Action("Look", "#look")));
    }
    return notes;
  }

  private static List<Field> fields() {
    return List.of(
        Field.text("kit-plain", "SKU", ""),
        Field.text("kit-hint", "SKU", "AB-12").withHint("As it stands in the catalogue."),
        Field.text("kit-error", "SKU", "AB-1x").withHint("As it stands in the catalogue.")
            .withError("There is no SKU AB-1x. Choose one of the catalogue."));
  }

  private static List<Choice> choices() {
    List<Choice.Option> places = List.of(new Choice.Option("NJ1", "New Jersey"), new Choice.Option("X", LONG));
    return List.of(
        new Choice("kit-choice", "Location", "X", places, null),
        new Choice("kit-choice-error", "Location", "", places, null).withError("Choose where it lies."));
  }

  private static Grid grid(Watch watch) {
    List<Grid.Column> columns =
        List.of(
            Grid.Column.text("Listing"), Grid.Column.text("State"), Grid.Column.number("Units"),
            Grid.Column.text("Seen"));
    return new Grid(
        "Sample listings", columns,
        List.of(
            Grid.Row.of(
                "kit-grid-1", Grid.Cell.link("AB-12", "#ab").withSecond("Shopify · main"),
                Grid.Cell.badge(Badge.of(Role.SUCCESS, Icon.CHECK, "Taken")), Grid.Cell.of(1_234),
                Grid.Cell.when(watch.when(watch.now().minusSeconds(90)))),
            Grid.Row.of(
                "kit-grid-2", Grid.Cell.of(LONG), Grid.Cell.badge(Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, "Stopped")),
                Grid.Cell.unlessZero(0), Grid.Cell.of(""))));
  }

  private static List<Moment.Day> days(Watch watch) {
    Moment held = new Moment(Role.HOLD, Icon.HOLD, "Rule address-complete put the order on hold: address",
        List.of("House number missing", LONG), watch.timeOfDay(watch.now()), null);
    Moment placed = new Moment(Role.PROGRESS, Icon.CHANNELS, "Shopify placed the order", List.of(),
        watch.timeOfDay(watch.now().minusSeconds(61)), new Block.Action("raw message", "#raw"));
    return List.of(new Moment.Day("Today", List.of(held, placed)), new Moment.Day("Tue 18 Nov", List.of(placed)));
  }
}
