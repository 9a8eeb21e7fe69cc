package dev.crossdock.console.routing.applying;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.routing.RoutingNav;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.routing.tryout.Application;
import dev.crossdock.routing.tryout.Applications;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which versions were applied to orders not yet released, and which were only looked at. */
@RestController
class ApplyAllPage {

  static final String PATH = "/console/routing/apply";

  private static final int SHOWN = 50;
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Version"), Column.text("State"), Column.number("Orders looked at"), Column.number("Changed"),
          Column.number("Passed by"), Column.text("Begun"));

  private final Pages pages;
  private final Door door;
  private final Applications applications;

  ApplyAllPage(Pages pages, Door door, Applications applications) {
    this.pages = pages;
    this.door = door;
    this.applications = applications;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(Visit visit, @RequestParam(required = false) @Nullable UUID after) {
    List<Application> found = door.read(visit.merchant(), tx -> applications.list(tx, after, SHOWN + 1));
    List<Application> shown = found.subList(0, Math.min(SHOWN, found.size()));
    Block none =
        shown.isEmpty()
            ? new Block(
                Block.Kind.NONE_YET, "No version was applied yet",
                "The page of a version shows what it would do with orders not yet released.",
                new Block.Action("Show the versions", RoutingNav.POLICIES.href()))
            : null;
    ApplyView.All view =
        new ApplyView.All(
            RoutingNav.tabs(RoutingNav.POLICIES),
            new Grid("Versions applied", COLUMNS, shown.stream().map(each -> row(visit, each)).toList()), none,
            found.size() > SHOWN ? PATH + "?after=" + shown.getLast().id() : null);
    return pages.page(visit, Nav.ROUTING, "Versions applied to orders", "routing/applying/all.jte", view);
  }

  private static Grid.Row row(Visit visit, Application each) {
    return Grid.Row.of(
        "a-" + each.id(),
        Cell.link((each.preview() ? "Preview of v" : "v") + each.version(), PATH + "/" + each.id()),
        Cell.badge(ApplyMaker.badge(each.state())),
        Cell.of(Units.grouped(each.done()) + " of " + Units.grouped(each.total())),
        Cell.of(each.changed()),
        Cell.unlessZero(each.skipped()),
        Cell.when(visit.watch().when(each.createdAt())));
  }
}
