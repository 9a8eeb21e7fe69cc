package dev.crossdock.api.v1.routing.tryout;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.tryout.ShadowOrder;
import dev.crossdock.routing.tryout.ShadowReport;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a version that decides in the shadow would have done differently. */
@RestController
class ShadowEndpoint {

  private final Commands commands;
  private final Policies policies;
  private final ShadowReport report = new ShadowReport();

  ShadowEndpoint(Commands commands, Policies policies) {
    this.commands = commands;
    this.policies = policies;
  }

  @GetMapping("/api/v1/routing/policies/{version}/shadow")
  @RequiresScope(Scope.ORDERS_READ)
  ShadowView figures(ApiCall call, @PathVariable int version) {
    return commands.read(
        call,
        tx -> {
          known(tx, version);
          return ShadowView.of(version, report.figures(tx, version));
        });
  }

  /** Orders on which it differs, or that it could not be asked about to the end; the latest first. */
  @GetMapping("/api/v1/routing/policies/{version}/shadow/orders")
  @RequiresScope(Scope.ORDERS_READ)
  Page<ShadowOrderView> orders(ApiCall call, PageRequest page, @PathVariable int version) {
    return commands.read(
        call,
        tx -> {
          known(tx, version);
          List<ShadowOrder> found = report.orders(tx, version, page.afterId(), page.probe());
          return page.page(found, order -> order.decision().toString()).map(ShadowOrderView::of);
        });
  }

  private void known(Tx tx, int version) {
    if (policies.find(tx, version).isEmpty()) {
      throw Refusal.notFound("There is no such version.");
    }
  }
}
