package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Condition;
import dev.crossdock.routing.engine.Objective;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.engine.Split;
import dev.crossdock.routing.engine.Strategy;
import dev.crossdock.routing.timing.Timing;
import java.util.List;

/**
 * A routing policy as somebody wrote it. The first rule that matches an order says where it ships from; an order that
 * a rule passes on goes to rules further down only, so it never runs in circles.
 */
public record Policy(String name, List<Rule> rules) {

  public static final int RULES_MAX = 200;
  public static final int NAME_MAX = 120;

  /** What decides until a merchant writes something else. */
  public static final Policy BUILT_IN =
      new Policy(
          "default",
          List.of(
              new Rule(
                  "fewest parcels, then the nearest",
                  true,
                  Condition.ALWAYS,
                  new Strategy(
                      Strategy.Candidates.ALL, List.of(), new Objective.InTurn(List.of()), Split.FREELY,
                      new Otherwise.Backorder(true)),
                  new Timing.OnArrival())));

  public Policy {
    rules = List.copyOf(rules);
  }

  /**
   * When it applies, and what it does then.
   *
   * @param name its own within the policy; decisions are told with it
   * @param enabled whether it is asked at all
   * @param timing when it decides
   */
  public record Rule(String name, boolean enabled, Condition when, Strategy then, Timing timing) {}
}
