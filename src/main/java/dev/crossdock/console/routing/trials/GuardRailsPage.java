package dev.crossdock.console.routing.trials;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.routing.RoutingNav;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.routing.trials.Guard;
import dev.crossdock.routing.trials.GuardRails;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much worse than the policy in force a version may be on the past, and whether it must have been tried. */
@RestController
class GuardRailsPage {

  static final String PATH = "/console/routing/guard-rails";
  private static final double MOST = 1_000;

  private final Pages pages;
  private final Door door;
  private final Commands commands;
  private final Journal journal;
  private final Guard guard = new Guard();

  GuardRailsPage(Pages pages, Door door, Commands commands, Journal journal) {
    this.pages = pages;
    this.door = door;
    this.commands = commands;
    this.journal = journal;
  }

  /** The form as it is shown. */
  public record View(List<Tab> tabs, List<Field> fields, Choice needed, String key, boolean mayAct, Mistakes mistakes) {

    public View {
      tabs = List.copyOf(tabs);
      fields = List.copyOf(fields);
    }
  }

  /** The form as it comes; what is missing is empty. */
  record Sent(
      @Nullable String key,
      @Nullable String cost,
      @Nullable String parcels,
      @Nullable String late,
      @Nullable String unfilled,
      @Nullable String needed) {

    static Sent of(String key, GuardRails rails, Guard.Needed needed) {
      return new Sent(
          key, text(rails.costPercentMost()), text(rails.parcelsPercentMost()), text(rails.latePointsMost()),
          text(rails.unfilledPointsMost()), needed.name());
    }

    private static String text(double value) {
      return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(Visit visit) {
    Sent stored = door.read(
        visit.merchant(), tx -> Sent.of(commands.key(), guard.rails(tx), guard.needed(tx)));
    return show(visit, stored, new Mistakes());
  }

  @PostMapping(PATH)
  ResponseEntity<String> save(Visit visit, HttpServletRequest request, @ModelAttribute Sent sent) {
    Mistakes mistakes = new Mistakes();
    GuardRails rails =
        new GuardRails(
            number("cost", sent.cost(), mistakes), number("late", sent.late(), mistakes),
            number("unfilled", sent.unfilled(), mistakes), number("parcels", sent.parcels(), mistakes));
    Guard.Needed needed = needed(sent.needed());
    if (!mistakes.none()) {
      return show(visit, sent, mistakes);
    }
    Commands.Form form =
        new Commands.Form(
            Objects.requireNonNullElse(sent.key(), ""), "guard-rails", List.of(rails.toString(), needed.name()));
    Flash flash = commands.run(visit, form, tx -> {
      guard.put(tx, rails, needed, journal);
      return Flash.done("Guard-rails saved");
    });
    return Commands.told(request, flash, PATH);
  }

  private ResponseEntity<String> show(Visit visit, Sent sent, Mistakes mistakes) {
    boolean wrong = !mistakes.none();
    View view =
        new View(
            RoutingNav.tabs(RoutingNav.BACKTESTS),
            List.of(
                field("cost", "Cost per order, % more", sent.cost(), mistakes),
                field("parcels", "Parcels per order, % more", sent.parcels(), mistakes),
                field("late", "Late orders, points more", sent.late(), mistakes),
                field("unfilled", "Units without a place, points more", sent.unfilled(), mistakes)),
            choice(needed(sent.needed())), Objects.requireNonNullElse(sent.key(), ""), visit.viewer().mayAct(),
            mistakes);
    return pages.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit, Nav.ROUTING,
        (wrong ? "Error: " : "") + "Guard-rails", "routing/trials/rails.jte", view);
  }

  private static Choice choice(Guard.Needed needed) {
    return new Choice(
        "needed", "A version must have been tried before it decides for all orders", needed.name(),
        Arrays.stream(Guard.Needed.values()).map(each -> new Choice.Option(each.name(), words(each))).toList(), null);
  }

  private static String words(Guard.Needed needed) {
    return switch (needed) {
      case ALWAYS -> "always";
      case WITH_A_PAST -> "once there were 100 orders in 30 days";
      case NEVER -> "never";
    };
  }

  private static Field field(String name, String label, @Nullable String value, Mistakes mistakes) {
    Field field = Field.text(name, label, Objects.requireNonNullElse(value, ""));
    String wrong = mistakes.of(name);
    return wrong == null ? field : field.withError(wrong);
  }

  private static double number(String name, @Nullable String text, Mistakes mistakes) {
    String said = text == null ? "" : text.strip().replace(',', '.');
    if (said.matches("[0-9]{1,4}(\\.[0-9]{1,6})?") && Double.parseDouble(said) <= MOST) {
      return Double.parseDouble(said);
    }
    mistakes.add(name, "Give a number from 0 to " + (long) MOST + ".");
    return 0;
  }

  private static Guard.Needed needed(@Nullable String word) {
    return Arrays.stream(Guard.Needed.values())
        .filter(each -> each.name().equals(word))
        .findFirst()
        .orElse(Guard.Needed.WITH_A_PAST);
  }
}
