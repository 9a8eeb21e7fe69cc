package dev.crossdock.console.routing.trials;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.routing.RoutingNav;
import dev.crossdock.console.routing.trials.BacktestView.Listed;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.trials.Backtest;
import dev.crossdock.routing.trials.Backtests;
import dev.crossdock.routing.trials.Parsed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions that were tried on the orders of the past, and the beginning of another trial. */
@RestController
class BacktestsPage {

  static final String PATH = "/console/routing/backtests";
  private static final int SHOWN = 50;
  private static final List<Column> COLUMNS = List.of(
      Column.text("Policy"), Column.text("State"), Column.text("Guard-rails"), Column.number("Orders"),
      Column.text("Orders since"), Column.text("Begun"));

  private final Pages pages;
  private final Door door;
  private final Backtests backtests;
  private final Policies policies;
  private final Commands commands;

  BacktestsPage(Pages pages, Door door, Backtests backtests, Policies policies, Commands commands) {
    this.pages = pages;
    this.door = door;
    this.backtests = backtests;
    this.policies = policies;
    this.commands = commands;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      Visit visit, @RequestParam(defaultValue = "") String version,
      @RequestParam(required = false) @Nullable UUID after) {
    BacktestView.All view = door.read(visit.merchant(), tx -> {
      List<Choice.Option> versions = policies.list(tx, Integer.MAX_VALUE, SHOWN).stream()
          .map(each -> new Choice.Option(
              String.valueOf(each.version()), "v" + each.version() + " " + each.name() + ", " + each.state().word()))
          .toList();
      List<Backtest> found = backtests.list(tx, after, SHOWN + 1);
      List<Backtest> shown = found.subList(0, Math.min(SHOWN, found.size()));
      return new BacktestView.All(
          RoutingNav.tabs(RoutingNav.BACKTESTS), new Choice("version", "Version", version, versions, null),
          BacktestDays.choice(), commands.key(), visit.viewer().mayAct(), listed(visit, shown, after == null),
          found.size() > SHOWN ? PATH + "?after=" + shown.getLast().id() : null);
    });
    return pages.page(visit, Nav.ROUTING, "Backtests", "routing/trials/all.jte", view);
  }

  @GetMapping(PATH + "/live")
  ResponseEntity<String> live(Visit visit) {
    Listed listed = door.read(visit.merchant(), tx -> listed(visit, backtests.list(tx, null, SHOWN), true));
    return pages.part(HttpStatus.OK, "routing/trials/list.jte", Map.of("page", listed));
  }

  @PostMapping(PATH)
  ResponseEntity<String> begin(
      Visit visit, HttpServletRequest request, @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "0") String version, @RequestParam(defaultValue = "") String days) {
    int number = version.matches("[0-9]{1,8}") ? Integer.parseInt(version) : 0;
    UUID[] begun = new UUID[1];
    Flash flash = commands.run(
        visit, new Commands.Form(key, "backtest", List.of(version, days)),
        tx -> begin(tx, number, BacktestDays.of(days), begun));
    return Commands.told(request, flash, begun[0] == null ? PATH : PATH + "/" + begun[0]);
  }

  private Flash begin(Tx tx, int version, int days, UUID[] begun) {
    Backtests.Wish wish = new Backtests.Wish(null, version, tx.now().minus(Duration.ofDays(days)), tx.now());
    return switch (backtests.begin(tx, wish)) {
      case Parsed.Read<Backtest>(Backtest backtest) -> {
        begun[0] = backtest.id();
        yield Flash.done("v" + version + " is being tried on " + Units.grouped(backtest.total()) + " orders");
      }
      case Parsed.Wrong<Backtest> wrong ->
          Flash.refused("Nothing was begun. v" + version + " can't be tried: " + wrong.faults().getFirst().rule());
    };
  }

  private static Listed listed(Visit visit, List<Backtest> found, boolean newest) {
    boolean going = found.stream().anyMatch(BacktestPage::isGoing);
    return new Listed(
        going && newest ? PATH + "/live" : null,
        new Grid("Backtests", COLUMNS, found.stream().map(each -> row(visit, each)).toList()),
        found.isEmpty()
            ? new Block(
                Block.Kind.NONE_YET, "Nothing was tried yet",
                "Choose a version and how many days to look back. No order is touched by it.", null)
            : null);
  }

  private static Grid.Row row(Visit visit, Backtest each) {
    Backtest.Report report = each.report();
    return Grid.Row.of(
        "b-" + each.id(),
        Cell.link(each.policy(), PATH + "/" + each.id()),
        Cell.badge(BacktestPage.badge(each.state())),
        Cell.of(report == null ? "" : report.held() ? "Hold" : report.broken().size() + " broken"),
        Cell.of(BacktestPage.isGoing(each)
            ? Units.grouped(each.done()) + " of " + Units.grouped(each.total())
            : Units.grouped(each.total())),
        Cell.when(visit.watch().when(each.from())),
        Cell.when(visit.watch().when(each.createdAt())));
  }
}
