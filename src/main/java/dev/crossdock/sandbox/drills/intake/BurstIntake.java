package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Burst;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Stream;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * So many orders as fast as they are taken: how many a second come all the way from webhook to routed, and how fast
 * each of them does at half of that. Works on any installation, over its API alone.
 */
final class BurstIntake {

  private static final int ORDERS_USUAL = 12_000;

  /** As many as a fresh JVM needs before its compiler leaves the processor to the orders. */
  private static final int WARM_UP_MAX = 6_000;

  private static final int FLOOR_PER_SECOND = 500;
  private static final int STREAM_SECONDS = 12;
  private static final int LAST = 300;
  private static final Duration DRAIN_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private BurstIntake() {}

  static DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time)
      throws InterruptedException {
    try (Target target = Target.open(arguments, out, time)) {
      int orders = arguments.orders().orElse(ORDERS_USUAL);
      List<Message> warmUp = target.orders(Math.min(orders, WARM_UP_MAX));
      out.println("  warming up with " + warmUp.size() + " orders");
      List<Message> accepted = new ArrayList<>(Burst.send(target, warmUp, arguments.senders()).taken());
      drain(target, accepted);

      List<Message> messages = target.orders(orders);
      out.println("  sending " + messages.size() + " orders by " + arguments.senders() + " senders");
      Instant begin = time.instant();
      Burst burst = Burst.send(target, messages, arguments.senders());
      accepted.addAll(burst.taken());
      drain(target, accepted);
      double perSecond = burst.taken().size() / seconds(Duration.between(begin, lastRouted(target, messages)));

      double half = perSecond / 2;
      List<Message> steady = target.orders((int) (half * STREAM_SECONDS));
      out.printf("  sending %d orders at %.0f a second%n", steady.size(), half);
      Stream stream = Stream.send(target, steady, half);
      accepted.addAll(stream.taken());
      Audit audit = drain(target, accepted);
      return result(target, new Measured(messages.size(), perSecond, burst, stream, audit));
    }
  }

  private record Measured(int orders, double perSecond, Burst burst, Stream stream, Audit audit) {}

  private static DrillResult result(Target target, Measured measured) {
    Burst burst = measured.burst();
    Stream stream = measured.stream();
    DrillResult.Builder result =
        DrillResult.of("intake")
            .atLeast("orders_per_s", measured.perSecond(), FLOOR_PER_SECOND)
            .figure("accepted_per_s", burst.taken().size() / seconds(burst.untilLastTaken()))
            .figure("webhook_p50_ms", stream.answers().millis(0.5))
            .figure("webhook_p99_ms", stream.answers().millis(0.99))
            .figure("routed_p50_ms", stream.routed().millis(0.5))
            .figure("routed_p99_ms", stream.routed().millis(0.99))
            .figure("full_webhook_p50_ms", burst.answers().millis(0.5))
            .figure("full_webhook_p99_ms", burst.answers().millis(0.99))
            .figure("refused", burst.refused())
            .figure("held", measured.audit().held())
            .exactly("lost", measured.audit().lost(), 0)
            .exactly("doubled", measured.audit().doubled(), 0)
            .exactly("unrouted", measured.audit().unrouted(), 0)
            .exactly("failed", measured.orders() - burst.taken().size() + stream.failed(), 0)
            .note("orders_per_s is at full speed; webhook and routed times are at half of it, from when each was due")
            .note("of " + stream.routed().count() + " orders the time to routed was watched over the API");
    if (!target.isOurs()) {
      result.note("without Amazon: an installation given by its address can't call the simulated channel");
    }
    return result.build();
  }

  /** Waits until everything is routed, for a while; how it stands then. */
  private static Audit drain(Target target, List<Message> accepted) throws InterruptedException {
    if (accepted.isEmpty()) {
      throw new IllegalStateException("not one order was taken");
    }
    long begin = System.nanoTime();
    while (!Audit.isRouted(target.product(), accepted.getLast()) && withinTime(begin)) {
      Thread.sleep(LOOK_EVERY);
    }
    Audit audit = Audit.of(target.product(), accepted);
    while (!audit.complete() && withinTime(begin)) {
      Thread.sleep(LOOK_EVERY);
      audit = Audit.of(target.product(), accepted);
    }
    return audit;
  }

  private static boolean withinTime(long begin) {
    return System.nanoTime() - begin < DRAIN_MAX.toNanos();
  }

  /** When the last of them was decided on, as the product recorded it; the last in are the last out, or nearly. */
  private static Instant lastRouted(Target target, List<Message> messages) {
    Instant last = Instant.EPOCH;
    for (Message message : messages.subList(Math.max(0, messages.size() - LAST), messages.size())) {
      Instant decided = Audit.decidedAt(target.product(), message);
      last = decided.isAfter(last) ? decided : last;
    }
    return last;
  }

  private static double seconds(Duration duration) {
    return Math.max(1, duration.toMillis()) / 1_000.0;
  }
}
