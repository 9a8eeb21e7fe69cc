package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Burst;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What routing decides in named situations, how long it takes, and how fast the past is tried. */
final class RoutingDrill implements Drill {

  private static final int ORDERS_USUAL = 2_000;
  private static final int FEW = 20;
  private static final int MANY = 200;
  private static final double FEW_US_MAX = 2_000;
  private static final double MANY_US_MAX = 10_000;
  private static final double PER_SECOND_LEAST = 500;
  private static final Duration WAIT_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final double MILLIS_A_SECOND = 1_000;

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
      backtest(target, arguments, out, result);
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

  private static void backtest(
      Target target, DrillArguments arguments, PrintStream out, DrillResult.Builder result)
      throws InterruptedException {
    int wanted = arguments.orders().orElse(ORDERS_USUAL);
    out.println("  sending " + wanted + " orders to look back at");
    List<Message> orders = target.orders(wanted);
    Burst.send(target, orders, arguments.senders());
    long begin = System.nanoTime();
    while (Audit.of(target.product(), orders).lost() > 0 && within(begin)) {
      Thread.sleep(LOOK_EVERY);
    }
    out.println("  trying a policy on them");
    Map<String, Object> wish = Map.of("days", 1, "policy", PlanTimes.nearest());
    JsonNode asked = target.product().post("/api/v1/routing/backtests", wish).orFail("the backtest").json();
    String address = "/api/v1/routing/backtests/" + asked.path("id").asString();
    JsonNode backtest = asked;
    while (!backtest.path("report").isObject() && backtest.path("finishedAt").isMissingNode() && within(begin)) {
      Thread.sleep(LOOK_EVERY);
      backtest = target.product().get(address).orFail("the backtest").json();
    }
    double seconds = backtest.at("/report/tookMs").asDouble(0) / MILLIS_A_SECOND;
    int done = backtest.at("/report/orders").asInt(0);
    result
        .figure("backtest_orders", done)
        .atLeast("backtest_orders_per_s", seconds > 0 ? done / seconds : 0, PER_SECOND_LEAST);
  }

  private static boolean within(long begin) {
    return System.nanoTime() - begin < WAIT_MAX.toNanos();
  }
}
