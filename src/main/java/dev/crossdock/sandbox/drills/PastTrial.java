package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Burst;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A policy tried on orders that came just now, and how fast that goes. */
final class PastTrial {

  private static final double PER_SECOND_LEAST = 500;
  private static final Duration WAIT_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final double MILLIS_A_SECOND = 1_000;
  private static final Set<String> GOING = Set.of("WAITING", "RUNNING");

  private PastTrial() {}

  /** Sends so many orders, waits until all of them are there, and tries a policy on them. */
  static void run(Target target, int wanted, int senders, PrintStream out, DrillResult.Builder result)
      throws InterruptedException {
    out.println("  sending " + wanted + " orders to look back at");
    List<Message> orders = target.orders(wanted);
    Burst.send(target, orders, senders);
    Audit audit =
        Patience.until(() -> Audit.of(target.product(), orders), seen -> seen.lost() == 0, WAIT_MAX, LOOK_EVERY);
    if (audit.lost() > 0) {
      result.missed(audit.lost() + " of the orders to look back at did not come in " + WAIT_MAX.toSeconds() + " s");
    }
    out.println("  trying a policy on them");
    told(ended(target.product()), wanted, result);
  }

  private static JsonNode ended(Product product) throws InterruptedException {
    Map<String, Object> wish = Map.of("days", 1, "policy", PlanTimes.nearest());
    JsonNode begun = product.post("/api/v1/routing/backtests", wish).orFail("the backtest").json();
    String address = "/api/v1/routing/backtests/" + begun.path("id").asString();
    return Patience.until(
        () -> product.get(address).orFail("the backtest").json(), backtest -> !isGoing(backtest), WAIT_MAX,
        LOOK_EVERY);
  }

  /** Whether its report is still to come. */
  static boolean isGoing(JsonNode backtest) {
    return GOING.contains(backtest.path("state").asString());
  }

  /** Holds what a backtest found against the bars; one without a report misses them with its reason. */
  static void told(JsonNode backtest, int wanted, DrillResult.Builder result) {
    if (!backtest.path("report").isObject()) {
      result.missed(
          "the backtest is " + backtest.path("state").asString() + " after " + backtest.path("done").asInt(0)
              + " orders: " + backtest.path("trouble").asString("no reason told"));
    }
    double seconds = backtest.at("/report/tookMs").asDouble(0) / MILLIS_A_SECOND;
    int done = backtest.at("/report/orders").asInt(0);
    result
        .atLeast("backtest_orders", done, wanted)
        .atLeast("backtest_orders_per_s", seconds > 0 ? done / seconds : 0, PER_SECOND_LEAST);
  }
}
