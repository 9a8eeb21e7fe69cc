package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.trials.Parsed;
import dev.crossdock.routing.trials.Case;
import dev.crossdock.routing.trials.CaseReader;
import dev.crossdock.routing.trials.CaseTrial;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Plans from facts that the request brings with it: what would be decided if the world were like that. */
@RestController
class PlanEndpoint {

  private static final int TIMES_MAX = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Commands commands;
  private final CaseTrial trial;
  private final InstantSource time;

  PlanEndpoint(Commands commands, CaseTrial trial, InstantSource time) {
    this.commands = commands;
    this.trial = trial;
    this.time = time;
  }

  /**
   * Decides by the code that decides on live orders, from places, stock, rates and an order in the body.
   *
   * @param times decides so often again, and tells how much of a processor's time each decision took
   */
  @PostMapping("/api/v1/routing/plan")
  @RequiresScope(Scope.ORDERS_READ)
  TriedPlanView plan(
      ApiCall call, @RequestBody Map<String, Object> body, @RequestParam(required = false) @Nullable Integer times) {
    if (times != null && (times < 1 || times > TIMES_MAX)) {
      throw Refusal.parameter("times", "A whole number from 1 to " + TIMES_MAX + ".");
    }
    Case asked = orRefuse(CaseReader.read(JSON.valueToTree(body), time.instant()));
    PolicyInForce policy = commands.read(call, tx -> orRefuse(trial.policy(tx, asked)));
    TriedPlanView plan = TriedPlanView.of(Decider.decide(policy, asked.facts()), null);
    return times == null ? plan : plan.timed(PlanTimer.time(policy, asked.facts(), times));
  }

  static <T> T orRefuse(Parsed<T> asked) {
    return Reading.orRefuse(asked);
  }
}
