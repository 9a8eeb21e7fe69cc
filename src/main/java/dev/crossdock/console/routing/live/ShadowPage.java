package dev.crossdock.console.routing.live;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.tryout.ShadowOrder;
import dev.crossdock.routing.tryout.ShadowReport;
import dev.crossdock.routing.tryout.ShadowTally;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a version in the shadow would have done differently. */
@RestController
class ShadowPage {

  private static final int SHOWN = 50;

  private final Pages pages;
  private final Door door;
  private final Policies policies;
  private final ShadowReport report;

  ShadowPage(Pages pages, Door door, Policies policies, ShadowReport report) {
    this.pages = pages;
    this.door = door;
    this.policies = policies;
    this.report = report;
  }

  @GetMapping(LivePage.PATH + "/{version:[0-9]{1,8}}")
  ResponseEntity<String> page(
      Visit visit, @PathVariable int version, @RequestParam(required = false) @Nullable UUID after) {
    Optional<ShadowView> view =
        door.read(
            visit.merchant(),
            tx -> policies.find(tx, version).map(found -> view(tx, new ShadowMaker(visit.watch()), found, after)));
    return view.isEmpty()
        ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(LivePage.PATH)).build()
        : pages.page(
            visit, Nav.ROUTING, "v" + version + " beside live orders", "routing/live/shadow.jte", view.get());
  }

  private ShadowView view(Tx tx, ShadowMaker maker, PolicyVersion version, @Nullable UUID after) {
    Map<String, ShadowTally> totals = ShadowMaker.totals(report.figures(tx, version.version()));
    List<ShadowOrder> found = report.orders(tx, version.version(), after, SHOWN + 1);
    List<ShadowOrder> shown = found.subList(0, Math.min(SHOWN, found.size()));
    Block none =
        shown.isEmpty()
            ? new Block(
                Block.Kind.CLEAR, "No order differs",
                totals.isEmpty() ? "It has been asked about no decision yet." : "It would have decided the same.", null)
            : null;
    return new ShadowView(
        version.version(), version.name(), version.state().word(), ShadowMaker.summary(totals),
        totals.entrySet().stream().map(each -> maker.figures(each.getKey(), each.getValue())).toList(),
        maker.orders(shown), none,
        found.size() > SHOWN
            ? LivePage.PATH + "/" + version.version() + "?after=" + shown.getLast().decision()
            : null);
  }
}
