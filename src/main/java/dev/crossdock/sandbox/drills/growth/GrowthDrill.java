package dev.crossdock.sandbox.drills.growth;

import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Latencies;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Searches, pages and intake with very many orders stored, against the same with ten thousand. It is also the way to
 * fill an installation: with {@code --url} the orders stay there.
 */
public final class GrowthDrill implements Drill {

  private static final int FEW = 10_000;

  /** The compiler of a fresh JVM needs so many before its share of the processor no longer counts. */
  private static final int WARM = 40_000;

  private static final int ORDERS_USUAL = 1_000_000;
  private static final int TELL_EVERY = 50_000;
  private static final double TIMES_MAX = 2;
  private static final double SEARCH_P99_MAX_MILLIS = 200;
  private static final List<String> BOUND = List.of("orders_latest", "search_number", "search_email", "order");

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String purpose() {
    return "searches, pages and intake with a million orders stored, against ten thousand; fills an installation";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    try (Target target = Target.open(arguments, out, time)) {
      int orders = Math.max(WARM + Filling.CHUNK, arguments.orders().orElse(ORDERS_USUAL));
      Filling filling = new Filling(target, arguments.senders(), arguments.seed(), time);
      filling.upTo(FEW);
      Map<String, Latencies> few = looks(target, filling, out);
      filling.upTo(WARM);
      double firstRate = filling.perSecond();
      long begin = System.nanoTime();
      for (int next = WARM; next < orders; next = Math.min(orders, next + TELL_EVERY)) {
        filling.upTo(next);
        out.printf("  %d orders, the last %.0f a second%n", filling.stored(), filling.perSecond());
      }
      filling.upTo(orders);
      double seconds = (System.nanoTime() - begin) / 1e9;
      Map<String, Latencies> many = looks(target, filling, out);
      return result(few, many, filling, firstRate, (filling.stored() - WARM) / seconds);
    }
  }

  private static Map<String, Latencies> looks(Target target, Filling filling, PrintStream out) {
    out.println("  looking at " + filling.stored() + " orders");
    return Looks.at(target.product(), filling.samples());
  }

  private static DrillResult result(
      Map<String, Latencies> few, Map<String, Latencies> many, Filling filling, double firstRate, double filled) {
    DrillResult.Builder result =
        DrillResult.of("growth")
            .figure("orders", filling.stored())
            .figure("filled_per_s", filled)
            .figure("intake_per_s_few", firstRate)
            .figure("intake_per_s_many", filling.perSecond())
            .atMost("intake_times_slower", firstRate / filling.perSecond(), TIMES_MAX);
    for (Map.Entry<String, Latencies> look : many.entrySet()) {
      String name = look.getKey();
      double before = few.getOrDefault(name, look.getValue()).millis(0.5);
      double after = look.getValue().millis(0.5);
      result
          .figure(name + "_p50_ms_few", before)
          .figure(name + "_p50_ms", after)
          .atMost(name + "_times", after / before, TIMES_MAX);
      double p99 = look.getValue().millis(0.99);
      result =
          BOUND.contains(name)
              ? result.atMost(name + "_p99_ms", p99, SEARCH_P99_MAX_MILLIS)
              : result.figure(name + "_p99_ms", p99);
    }
    return result
        .note("few is " + FEW + " orders for what people look at, and " + WARM + " for intake")
        .note("all orders are open and one of a hundred is held: the worst case of an installation that never ships")
        .build();
  }
}
