package dev.crossdock.console.checks;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.checks.CheckRun;
import dev.crossdock.platform.checks.Checks;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows whether everything adds up, and has it proved again. */
@RestController
class ChecksPage {

  private static final String LIVE = "/console/checks/live";
  private static final int RUNS = 20;
  private static final int FOUND = 200;
  private static final List<Column> RUN_COLUMNS = List.of(
      Column.text("Asked for"), Column.text("State"), Column.text("Started"), Column.text("Ended"),
      Column.text("Took"), Column.number("Rows read"), Column.number("Violations"), Column.text("By"));
  private static final List<Column> FOUND_COLUMNS =
      List.of(Column.text("Promise"), Column.text("Where"), Column.text("What is wrong"));

  private final Pages pages;
  private final Door door;
  private final Commands commands;
  private final Checks checks;

  ChecksPage(Pages pages, Door door, Commands commands, Checks checks) {
    this.pages = pages;
    this.door = door;
    this.commands = commands;
    this.checks = checks;
  }

  @GetMapping("/console/checks")
  ResponseEntity<String> page(Visit visit) {
    return pages.page(
        visit, Nav.CHECKS, "Checks", "checks/page.jte", door.read(visit.merchant(), tx -> view(tx, visit)));
  }

  /** The page's content as it is now, for somebody who looks at it. */
  @GetMapping(LIVE)
  ResponseEntity<String> live(Visit visit) {
    ChecksView view = door.read(visit.merchant(), tx -> view(tx, visit));
    return pages.part(HttpStatus.OK, "checks/live.jte", Map.of("viewer", visit.viewer(), "page", view));
  }

  @PostMapping("/console/checks")
  ResponseEntity<String> ask(Visit visit, HttpServletRequest request, @RequestParam(defaultValue = "") String key) {
    Flash flash = commands.run(visit, new Commands.Form(key, "checks", List.of()), tx -> {
      checks.ask(tx);
      return Flash.done("Checks set going");
    });
    return Commands.told(request, flash, Nav.CHECKS.href());
  }

  private ChecksView view(Tx tx, Visit visit) {
    List<CheckRun> runs = checks.list(tx, RUNS);
    Optional<CheckRun> last = checks.last(tx);
    List<Violation> violations =
        last.isEmpty() ? List.of() : checks.violations(tx, last.get().id(), FOUND);
    boolean running = runs.stream().anyMatch(
        run -> run.state() == CheckRun.State.WAITING || run.state() == CheckRun.State.RUNNING);
    return new ChecksView(
        last.map(run -> verdict(run, visit)).orElse(null),
        last.map(CheckRun::sentences).orElse(List.of()),
        violations.isEmpty() ? null : found(violations),
        runs.isEmpty() ? null
            : new Grid("Runs, the latest first", RUN_COLUMNS, runs.stream().map(run -> row(run, visit)).toList()),
        runs.isEmpty() ? new Block(
            Block.Kind.NONE_YET, "Nothing was checked yet",
            "All invariants are checked each night, and whenever somebody asks for it.", null) : null,
        running, commands.key(), LIVE);
  }

  private static Note verdict(CheckRun run, Visit visit) {
    String when = run.endedAt() == null ? "" : " Last checked: " + visit.watch().when(run.endedAt()).text() + ", "
        + Units.grouped(run.rows()) + " rows read.";
    return run.violations() == 0
        ? Note.of(Role.SUCCESS, Icon.CHECK, "Everything adds up." + when)
        : Note.of(
            Role.CRITICAL, Icon.EXCEPTIONS,
            (run.violations() == 1 ? "1 violation." : Units.grouped(run.violations()) + " violations.") + when);
  }

  private static Grid found(List<Violation> violations) {
    List<Grid.Row> rows = new ArrayList<>();
    for (Violation violation : violations) {
      rows.add(Grid.Row.of(
          "violation-" + rows.size(), Cell.of(violation.invariant()), Cell.of(violation.where()),
          Cell.of(violation.sentence())));
    }
    return new Grid("Violations", FOUND_COLUMNS, rows);
  }

  private static Grid.Row row(CheckRun run, Visit visit) {
    boolean ended = run.state() == CheckRun.State.DONE;
    return Grid.Row.of(
        "run-" + run.id(),
        Cell.when(visit.watch().when(run.askedAt())),
        Cell.badge(badge(run)),
        run.startedAt() == null ? Cell.of("") : Cell.when(visit.watch().when(run.startedAt())),
        run.endedAt() == null ? Cell.of("") : Cell.when(visit.watch().when(run.endedAt())),
        Cell.of(took(run)),
        Cell.of(ended ? Units.grouped(run.rows()) : ""),
        Cell.of(ended ? Units.grouped(run.violations()) : ""),
        Cell.of(by(run)));
  }

  private static String took(CheckRun run) {
    if (run.startedAt() == null || run.endedAt() == null) {
      return "";
    }
    Duration time = Duration.between(run.startedAt(), run.endedAt());
    return time.toSeconds() < 10 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }

  private static String by(CheckRun run) {
    String[] actor = run.askedBy().split(" ", 2);
    return switch (actor[0]) {
      case "SYSTEM" -> "Each night";
      case "API_KEY" -> "API key";
      default -> actor.length > 1 ? actor[1] : actor[0];
    };
  }

  private static Badge badge(CheckRun run) {
    return switch (run.state()) {
      case WAITING -> Badge.of(Role.PROGRESS, Icon.PIP_EMPTY, "Waiting");
      case RUNNING -> Badge.of(Role.PROGRESS, Icon.PIP_HALF, "Running");
      case DONE -> run.violations() == 0
          ? Badge.of(Role.SUCCESS, Icon.CHECK, "Adds up")
          : Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, "Violations");
      case FAILED -> Badge.of(Role.WARNING, Icon.CROSS, "Could not finish");
    };
  }
}
