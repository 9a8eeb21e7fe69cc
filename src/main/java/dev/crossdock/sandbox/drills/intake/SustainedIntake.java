package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.Traffic;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Latencies;
import dev.crossdock.sandbox.drills.kit.Meters;
import dev.crossdock.sandbox.drills.kit.Resident;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Orders at a steady rate, each at its moment, until it is known what becomes of them. Without a rate to hold, the
 * highest is looked for in short runs and then held for as long as was asked.
 */
final class SustainedIntake {

  private static final double ROUTED_P99_MAX_MILLIS = 1_000;
  private static final double FLOOR_PER_SECOND = 1_500;
  private static final double HOT_FLOOR_PER_SECOND = 1_000;
  private static final double FLOOR_RATIO = 0.6;
  private static final int WARM_UP_ROUNDS_MAX = 30;
  private static final int TOLD_ROUNDS_MAX = 5;
  private static final double WARM_UP_FIRST = 700;
  private static final double WARM_UP_SHARE = 0.7;
  private static final double BEARABLE = 0.85;
  private static final double COMPILING_SHARE_MAX = 0.05;
  private static final int PROBE_SECONDS = 12;
  private static final int PROBES = 2;
  private static final int CONFIRMATIONS = 3;
  private static final double LESS = 0.93;
  private static final Duration DRAIN_MAX = Duration.ofMinutes(2);

  private final DrillArguments arguments;
  private final Databases databases;
  private final PrintStream out;
  private final InstantSource time;

  SustainedIntake(DrillArguments arguments, Databases databases, PrintStream out, InstantSource time) {
    this.arguments = arguments;
    this.databases = databases;
    this.out = out;
    this.time = time;
  }

  DrillResult run() throws InterruptedException {
    try (Target target = Target.open(arguments, out, time)) {
      Databases.Database database = databases.of(target.data());
      Books books = new Books(database);
      double bearable = warmUp(target, books);
      Measured measured = measured(target, books, bearable);
      out.println("  measuring what the same PostgreSQL does for plain programs");
      double sameRows = new SameRows(database).perSecond();
      double plainest = new Baseline(database).perSecond();
      return result(measured, sameRows, plainest);
    }
  }

  /**
   * Rounds at a rate the machine can bear, as many as the compiler of a fresh JVM needs: it takes a third of all that
   * the JVM takes at first, and goes on for minutes. How many a second the machine may bear then.
   */
  private double warmUp(Target target, Books books) throws InterruptedException {
    out.println("  warming up, at most " + WARM_UP_ROUNDS_MAX + " rounds");
    double perSecond = 0;
    double compiling = 1;
    for (int n = 0; n < WARM_UP_ROUNDS_MAX && compiling > COMPILING_SHARE_MAX; n++) {
      // never slower than at first: the compiler would take the longer
      Round round = round(target, books, Math.max(WARM_UP_FIRST, perSecond * WARM_UP_SHARE));
      compiling = round.compiling();
      double millis = round.cost().cpuMillis() + round.cost().loadMillis();
      if (millis > 0) {
        perSecond = Runtime.getRuntime().availableProcessors() * TimeUnit.SECONDS.toMillis(1) * BEARABLE / millis;
      }
    }
    out.printf("  the compiler is busy for %.0f %% of the time%n", compiling * 100);
    return Math.max(WARM_UP_FIRST, perSecond);
  }

  /** At another rate other code is hot, larger batches for one: the compiler begins again. */
  private void warmUpAt(Target target, Books books, double rate) throws InterruptedException {
    double compiling = 1;
    for (int n = 0; n < TOLD_ROUNDS_MAX && compiling > COMPILING_SHARE_MAX; n++) {
      compiling = round(target, books, rate).compiling();
    }
    out.printf("  at that rate for %.0f %% of the time%n", compiling * 100);
  }

  /**
   * A short run.
   *
   * @param compiling how much of the time the JVM's compiler was busy
   */
  private record Round(double compiling, Cost cost) {}

  private Round round(Target target, Books books, double rate) throws InterruptedException {
    double compiled = Meters.of(target.product()).compilingMillis();
    long begin = System.nanoTime();
    Cost cost = once(target, books, rate, PROBE_SECONDS).cost();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Round((Meters.of(target.product()).compilingMillis() - compiled) / 1e3 / seconds, cost);
  }

  private Measured measured(Target target, Books books, double first) throws InterruptedException {
    int seconds = arguments.load().seconds();
    if (arguments.load().rate().isPresent()) {
      double told = arguments.load().rate().get();
      warmUpAt(target, books, told);
      return once(target, books, told, seconds);
    }
    RateSearch search = new RateSearch(first);
    while (!search.done()) {
      search.tried(holdsShortly(target, books, search.rate()));
    }
    double rate = search.best();
    Measured measured = once(target, books, rate, seconds);
    for (int n = 1; n < CONFIRMATIONS && !holds(measured); n++) {
      rate *= LESS;
      measured = once(target, books, rate, seconds);
    }
    return measured;
  }

  /** A tenth of a second in which the disk stands still is enough to break a short run: a second one decides. */
  private boolean holdsShortly(Target target, Books books, double rate) throws InterruptedException {
    boolean held = false;
    for (int n = 0; n < PROBES && !held; n++) {
      held = holds(once(target, books, rate, PROBE_SECONDS));
    }
    return held;
  }

  private static boolean holds(Measured measured) {
    return measured.drained()
        && measured.account().isWhole()
        && measured.account().routed().millis(0.99) <= ROUTED_P99_MAX_MILLIS;
  }

  /** What one run at a rate showed. */
  private record Measured(
      double rate, OpenLoop loop, boolean drained, Account account, Cost cost, OptionalDouble mibBefore,
      OptionalDouble mibAfter) {}

  private Measured once(Target target, Books books, double rate, int seconds) throws InterruptedException {
    Mix mix = Mix.of(arguments.load().channels(), arguments.seed());
    int orders = (int) Math.round(rate * seconds);
    try (OpenLoop loop = OpenLoop.prepare(target, mix, orders, rate, time)) {
      Instant since = time.instant();
      Books.Volume volume = books.volume();
      Usage usage = Usage.of(target.pid(), books.processes());
      OptionalDouble mib = Resident.mib(target.pid());
      loop.run(time);
      boolean drained = books.drained(DRAIN_MAX);
      Cost cost =
          new Cost(
              usage, Usage.of(target.pid(), books.processes()), books.volume().since(volume), loop.told().size());
      Account account = Account.of(loop.told(), books.standing(since), books.parked(since));
      out.printf(
          "  %.0f orders a second for %d s: routed p50 %.0f ms, p99 %.0f ms%n", rate, seconds,
          account.routed().millis(0.5), account.routed().millis(0.99));
      return new Measured(rate, loop, drained, account, cost, mib, Resident.mib(target.pid()));
    }
  }

  private DrillResult result(Measured measured, double sameRows, double plainest) {
    Account account = measured.account();
    OpenLoop loop = measured.loop();
    boolean searched = arguments.load().rate().isEmpty();
    double sustained = holds(measured) ? measured.rate() : 0;
    DrillResult.Builder result = DrillResult.of("intake");
    result
        .atLeast("sustained_per_s", sustained, searched ? floor() : measured.rate())
        .figure("offered_per_s", measured.rate())
        .figure("baseline_per_s", sameRows);
    if (searched) {
      result.atLeast("ratio", sustained / sameRows, FLOOR_RATIO);
    } else {
      result.figure("ratio", sustained / sameRows);
    }
    result.figure("plainest_per_s", plainest).figure("ratio_plainest", sustained / plainest);
    times(result, "ack", loop.answers());
    times(result, "routed", account.routed());
    cost(result, measured.cost());
    measured.mibBefore().ifPresent(mib -> result.figure("jvm_mib_before", mib));
    measured.mibAfter().ifPresent(mib -> result.figure("jvm_mib_after", mib));
    result
        .figure("accepted", loop.accepted())
        .figure("orders", account.orders())
        .figure("parked", account.parked())
        .figure("asked_to_come_again", loop.refused())
        .exactly("lost", account.lost(), 0)
        .exactly("doubled", account.doubled(), 0)
        .exactly("unrouted", account.unrouted(), 0)
        .exactly("failed", loop.givenUp(), 0);
    return noted(result).build();
  }

  private DrillResult.Builder noted(DrillResult.Builder result) {
    if (hot()) {
      result.note("every order wants the same SKU, which lies in one place");
    }
    return result
        .note("each order is told at a moment fixed before the first; every time counts from that moment")
        .note("routed is when the order's place is durable and its block of the journal is sealed")
        .note("accepted counts messages: of a hundred orders two are told twice and of one the update comes first")
        .note("parked orders hold a SKU that nobody has mapped and wait for a person")
        .note("cpu_ms_per_order is of JVM and PostgreSQL; the load has a process of its own on the same processors")
        .note("the baseline stores the very same rows, each order in a transaction of its own, by eight clients")
        .note("the plainest program stores seven rows for an order of two lines: order, lines, stock, audit, outbox");
  }

  private boolean hot() {
    return arguments.load().demand() == Traffic.Demand.ONE_SKU;
  }

  private double floor() {
    return hot() ? HOT_FLOOR_PER_SECOND : FLOOR_PER_SECOND;
  }

  private static void times(DrillResult.Builder result, String what, Latencies latencies) {
    result
        .figure(what + "_p50_ms", latencies.millis(0.5))
        .figure(what + "_p95_ms", latencies.millis(0.95))
        .figure(what + "_p99_ms", latencies.millis(0.99))
        .figure(what + "_max_ms", latencies.millis(1));
  }

  private static void cost(DrillResult.Builder result, Cost cost) {
    result
        .figure("cpu_ms_per_order", cost.cpuMillis())
        .figure("cpu_ms_per_order_jvm", cost.productMillis())
        .figure("cpu_ms_per_order_postgresql", cost.databaseMillis())
        .figure("cpu_ms_per_order_load", cost.loadMillis())
        .figure("wal_bytes_per_order", cost.walBytes())
        .figure("rows_per_order", cost.rows())
        .figure("stored_bytes_per_order", cost.bytes());
  }
}
