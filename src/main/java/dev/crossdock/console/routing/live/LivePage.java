package dev.crossdock.console.routing.live;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.routing.RoutingNav;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.tryout.Canaries;
import dev.crossdock.routing.tryout.ShadowReport;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which versions are tried on live orders, and what comes of it. */
@RestController
class LivePage {

  static final String PATH = "/console/routing/live";

  private static final List<Column> COLUMNS =
      List.of(Column.text("Version"), Column.text("Name"), Column.text("What it would have done"));

  private final Pages pages;
  private final Door door;
  private final Policies policies;
  private final ShadowReport report;
  private final Canaries canaries;

  LivePage(Pages pages, Door door, Policies policies, ShadowReport report, Canaries canaries) {
    this.pages = pages;
    this.door = door;
    this.policies = policies;
    this.report = report;
    this.canaries = canaries;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(Visit visit) {
    LiveView view = door.read(visit.merchant(), this::view);
    return pages.page(visit, Nav.ROUTING, "Tried on live orders", "routing/live/page.jte", view);
  }

  private LiveView view(Tx tx) {
    List<PolicyVersion> all = policies.trying(tx);
    List<PolicyVersion> shadows = all.stream().filter(version -> version.state() == PolicyState.SHADOW).toList();
    LiveView.Canary canary =
        all.stream()
            .filter(version -> version.state() == PolicyState.CANARY)
            .findFirst()
            .map(version -> canary(tx, version))
            .orElse(null);
    Block noCanary =
        canary == null
            ? new Block(
                Block.Kind.CLEAR, "No version decides for a part of the orders",
                "Publish a draft for some of a hundred orders to watch it here. It is taken back by itself when it"
                    + " does worse than the active one.",
                null)
            : null;
    Block none =
        shadows.isEmpty()
            ? new Block(
                Block.Kind.CLEAR, "No version decides in the shadow",
                "Publish a draft beside the active version, without effect, to compare them here.", null)
            : null;
    Grid grid =
        new Grid("Versions in the shadow", COLUMNS, shadows.stream().map(version -> row(tx, version)).toList());
    return new LiveView(RoutingNav.tabs(RoutingNav.LIVE), canary, noCanary, grid, none);
  }

  private LiveView.Canary canary(Tx tx, PolicyVersion version) {
    return new LiveView.Canary(
        version.version(), version.name(),
        CanaryMaker.grid(version, policies.active(tx), canaries.figures(tx, version)),
        CanaryMaker.limits(canaries.limits(tx)));
  }

  private Grid.Row row(Tx tx, PolicyVersion version) {
    return Grid.Row.of(
        "v" + version.version(),
        Cell.link("v" + version.version(), PATH + "/" + version.version()),
        Cell.of(version.name()),
        Cell.of(ShadowMaker.summary(ShadowMaker.totals(report.figures(tx, version.version())))));
  }
}
