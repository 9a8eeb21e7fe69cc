package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Burst;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;

/** What routing decides in named situations, how long it takes, and how fast the past is tried. */
final class RoutingDrill implements Drill {

  private static final int ORDERS_USUAL = 2_000;
  private static final int FEW = 20;
  private static final int MANY = 200;
  private static final double FEW_US_MAX = 2_000;
  private static final double MANY_US_MAX = 10_000;

  @Override
  public String name() {
    return "routing";
  }

  @Override
  public String purpose() {
    return "named situations and the plans that must come of them; how long a plan takes; a policy tried on the past";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    List<Scenario> scenarios = Scenarios.all(arguments.scenarios());
    try (Target target = Target.open(arguments, out, time)) {
      DrillResult.Builder result = DrillResult.of(name());
      scenarios(target.product(), scenarios, out, result);
      out.println("  timing decisions");
      timed(target.product(), arguments.seed(), result);
      PastTrial.run(target, arguments.orders().orElse(ORDERS_USUAL), arguments.senders(), out, result);
      return result
          .note("plan times are processor time of one decision on a 3-line order, the worst p99 of several orders")
          .note("scenarios are files; a folder of your own is added with --scenarios")
          .build();
    }
  }

  private static void scenarios(
      Product product, List<Scenario> scenarios, PrintStream out, DrillResult.Builder result) {
    int passed = 0;
    for (Scenario scenario : scenarios) {
      Product.Answer answer = product.post("/api/v1/routing/plan", scenario.given());
      List<String> differences =
          answer.status() == 200 ? scenario.differences(answer.json()) : List.of("it was answered with " + answer);
      out.printf("  %-6s %s%n", differences.isEmpty() ? "ok" : "WRONG", scenario.name());
      passed += differences.isEmpty() ? 1 : 0;
      differences.forEach(difference -> result.missed(scenario.name() + ": " + difference));
    }
    result.figure("scenarios", scenarios.size()).figure("passed", passed);
  }

  private static void timed(Product product, long seed, DrillResult.Builder result) {
    result.atMost("plan_p99_us_20_locations", PlanTimes.worst(product, FEW, seed), FEW_US_MAX);
    result.atMost("plan_p99_us_200_locations", PlanTimes.worst(product, MANY, seed), MANY_US_MAX);
  }
}
