package dev.crossdock.api.v1.routing.tryout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.tryout.Canaries;
import dev.crossdock.routing.tryout.CanaryFigures;
import dev.crossdock.routing.tryout.CanaryLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What comes of a version that decides for a part of the orders, and when it falls back. */
@RestController
class CanaryEndpoint {

  private static final int ORDERS_MAX = 1_000_000;
  private static final double POINTS_MAX = 100;

  private final Commands commands;
  private final Policies policies;
  private final Canaries canaries;

  CanaryEndpoint(Commands commands, Policies policies, Canaries canaries) {
    this.commands = commands;
    this.policies = policies;
    this.canaries = canaries;
  }

  /**
   * What came of the orders of both sides.
   *
   * @param percent of the orders that it decides; absent when it decides none any more
   * @param active orders that the active version decided meanwhile
   * @param speaksAgainst why it is about to fall back; absent when nothing does
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CanaryView(
      int version,
      @Nullable Integer percent,
      CanaryFigures.Side canary,
      CanaryFigures.Side active,
      CanaryLimits limits,
      @Nullable String speaksAgainst) {}

  @GetMapping("/api/v1/routing/policies/{version}/canary")
  @RequiresScope(Scope.ORDERS_READ)
  CanaryView figures(ApiCall call, @PathVariable int version) {
    return commands.read(
        call,
        tx -> {
          PolicyVersion found =
              policies.find(tx, version).orElseThrow(() -> Refusal.notFound("There is no such version."));
          CanaryFigures figures = canaries.figures(tx, found);
          CanaryLimits limits = canaries.limits(tx);
          boolean out = found.state() == PolicyState.CANARY;
          return new CanaryView(
              version, out ? found.canaryPercent() : null, figures.canary(), figures.active(), limits,
              out ? limits.broken(figures).orElse(null) : null);
        });
  }

  @GetMapping("/api/v1/routing/canary-limits")
  @RequiresScope(Scope.ORDERS_READ)
  CanaryLimits limits(ApiCall call) {
    return commands.read(call, canaries::limits);
  }

  @PutMapping("/api/v1/routing/canary-limits")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<CanaryLimits> put(ApiCall call, @RequestBody CanaryLimits body) {
    List<FieldError> errors = new ArrayList<>();
    check("ordersLeast", body.ordersLeast(), 1, ORDERS_MAX, errors);
    check("rejectedPointsMore", body.rejectedPointsMore(), 0, POINTS_MAX, errors);
    check("latePointsMore", body.latePointsMore(), 0, POINTS_MAX, errors);
    Refusal.throwIfAny(errors);
    return commands.write(
        call,
        CanaryLimits.class,
        tx -> {
          canaries.put(tx, body);
          return canaries.limits(tx);
        });
  }

  private static void check(String field, double value, double least, double most, List<FieldError> errors) {
    if (!(value >= least && value <= most)) {
      errors.add(
          new FieldError("/" + field, "range", "It must be from " + (long) least + " to " + (long) most + "."));
    }
  }
}
