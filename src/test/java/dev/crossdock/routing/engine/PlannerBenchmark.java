package dev.crossdock.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.facts.Facts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a plan costs in CPU, run by hand: {@code mvn test -Dtest=PlannerBenchmark}. It asserts what is true, never how
 * fast.
 */
class PlannerBenchmark {

  private static final int WARM = 20_000;
  private static final int MEASURED = 10_000;

  private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();

  @Test
  void threeLinesOverTwentyAndTwoHundredPlaces() {
    for (int places : new int[] {5, 20, 200, 1_000}) {
      measure("nearest", places, AnyOrder.nearest(Split.FREELY));
      Objective money =
          new Objective.InMoney(
              List.of(
                  new Objective.Weight(new AnyOrder.Postage(300), 1), new Objective.Weight(new AnyOrder.Days(), 50)));
      measure("money", places, AnyOrder.strategy(money, Split.FREELY));
    }
  }

  private void measure(String what, int places, Strategy strategy) {
    Random random = new Random(places);
    List<AnyOrder> orders = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      orders.add(order(random, places));
    }
    long[] nanos = new long[places > 200 ? MEASURED / 10 : MEASURED];
    int exact = 0;
    for (int n = -(places > 200 ? WARM / 10 : WARM); n < nanos.length; n++) {
      Facts facts = orders.get(Math.floorMod(n, orders.size())).facts();
      long start = cpu.getCurrentThreadCpuTime();
      Planned plan = Planner.plan(strategy, facts);
      if (n >= 0) {
        nanos[n] = cpu.getCurrentThreadCpuTime() - start;
        exact += plan.search().exact() ? 1 : 0;
      }
      assertThat(plan.score().units()).isGreaterThan(0);
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%s, 3 lines over %d places: p50 %d us, p99 %d us, worst %d us of CPU; exact %.1f %%%n",
        what, places, nanos[nanos.length / 2] / 1_000, nanos[nanos.length * 99 / 100] / 1_000,
        nanos[nanos.length - 1] / 1_000, 100.0 * exact / nanos.length);
  }

  /** Stock is thin, so that one in three orders has to be split. */
  private static AnyOrder order(Random random, int places) {
    AnyOrder order = new AnyOrder();
    for (int line = 1; line <= 3; line++) {
      order.line(line, "S" + line, 1 + random.nextInt(2));
    }
    order.place("FIRST", 5_000.0, 90).has("FIRST", "S1", 1);
    for (int place = 1; place < places; place++) {
      order.place("P" + place, random.nextDouble() * 4_000, random.nextInt(100));
      for (int line = 1; line <= 3; line++) {
        if (random.nextInt(places) < 6) {
          order.has("P" + place, "S" + line, 1 + random.nextInt(3));
        }
      }
    }
    return order;
  }
}
