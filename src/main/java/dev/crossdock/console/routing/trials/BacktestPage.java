package dev.crossdock.console.routing.trials;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.trials.Backtest;
import dev.crossdock.routing.trials.Backtests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a version would have done with the orders of the past. */
@RestController
class BacktestPage {

  private static final String ONE = BacktestsPage.PATH + "/{id:[0-9a-f-]{36}}";
  private static final int SHOWN = 50;

  private final Pages pages;
  private final Door door;
  private final Backtests backtests;
  private final Locations locations;
  private final Commands commands;

  BacktestPage(Pages pages, Door door, Backtests backtests, Locations locations, Commands commands) {
    this.pages = pages;
    this.door = door;
    this.backtests = backtests;
    this.locations = locations;
    this.commands = commands;
  }

  @GetMapping(ONE)
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id, @RequestParam(defaultValue = "0") int after) {
    Optional<BacktestView> view = door.read(visit.merchant(), tx -> view(tx, visit, id, after));
    if (view.isEmpty()) {
      Block block =
          new Block(
              Block.Kind.NO_MATCH, "There is no such backtest", "The address names one we don't have.",
              new Block.Action("Show the backtests", BacktestsPage.PATH));
      return pages.page(HttpStatus.NOT_FOUND, visit, Nav.ROUTING, "No such backtest", "shell/block.jte", block);
    }
    return pages.page(visit, Nav.ROUTING, view.get().heading(), "routing/trials/page.jte", view.get());
  }

  @GetMapping(ONE + "/live")
  ResponseEntity<String> live(Visit visit, @PathVariable UUID id) {
    return door.read(visit.merchant(), tx -> view(tx, visit, id, 0))
        .map(view -> pages.part(
            HttpStatus.OK, "routing/trials/live.jte", Map.of("viewer", visit.viewer(), "page", view)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping(ONE + "/cancel")
  ResponseEntity<String> cancel(
      Visit visit, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
    Flash flash = commands.run(
        visit, new Commands.Form(key, "backtest-cancel", List.of(id.toString())),
        tx -> backtests.cancel(tx, id)
            ? Flash.done("Backtest cancelled")
            : Flash.refused("Nothing was changed: it had ended already."));
    return Commands.told(request, flash, BacktestsPage.PATH + "/" + id);
  }

  private Optional<BacktestView> view(Tx tx, Visit visit, UUID id, int after) {
    return backtests.find(tx, id).map(found -> {
      String path = BacktestsPage.PATH + "/" + id;
      Integer version = found.policyVersion();
      String trouble = found.trouble();
      return new BacktestView(
          path, "Backtest of " + found.policy(), badge(found.state()),
          "Orders from " + visit.watch().when(found.from()).text() + " to " + visit.watch().when(found.to()).text(),
          isGoing(found), found.done(), found.total(),
          trouble == null ? null : Note.of(Role.CRITICAL, Icon.EXCEPTIONS, trouble), report(tx, found, after, path),
          commands.key(), visit.viewer().mayAct(),
          version == null ? null : "/console/routing/policies/" + version + "/publish");
    });
  }

  private BacktestView.@Nullable Report report(Tx tx, Backtest found, int after, String path) {
    Backtest.Report report = found.report();
    if (report == null) {
      return null;
    }
    Map<String, String> names =
        locations.list(tx).stream().collect(Collectors.toMap(Location::code, Location::name));
    List<Backtests.Numbered> different = backtests.orders(tx, found.id(), Math.max(0, after), SHOWN + 1);
    List<Backtests.Numbered> shown = different.subList(0, Math.min(SHOWN, different.size()));
    String more = different.size() > SHOWN ? path + "?after=" + shown.getLast().n() + "#different" : null;
    return new ReportMaker(report).report(code -> names.getOrDefault(code, code), shown, more);
  }

  /** Whether its report is still to come. */
  static boolean isGoing(Backtest backtest) {
    return switch (backtest.state()) {
      case WAITING, RUNNING -> true;
      case DONE, FAILED, CANCELLED -> false;
    };
  }

  static Badge badge(Backtest.State state) {
    String word = state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
    return switch (state) {
      case WAITING -> Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, word);
      case RUNNING -> Badge.of(Role.PROGRESS, Icon.PIP_HALF, word);
      case DONE -> Badge.of(Role.SUCCESS, Icon.CHECK, word);
      case FAILED -> Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, word);
      case CANCELLED -> Badge.of(Role.NEUTRAL, Icon.CROSS, word);
    };
  }
}
