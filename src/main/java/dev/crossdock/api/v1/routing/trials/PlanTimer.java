package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Measures decisions by the processor time of a thread of their own: requests run on virtual ones, that have none. */
final class PlanTimer {

  private static final int PERCENT = 100;

  private PlanTimer() {}

  static TriedPlanView.TimingView time(PolicyInForce policy, Facts facts, int times) {
    long[] nanos = new long[times];
    Thread thread = Thread.ofPlatform().name("plan-timer").start(() -> measure(policy, facts, nanos));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Arrays.sort(nanos);
    return new TriedPlanView.TimingView(times, micros(nanos, 50), micros(nanos, 99));
  }

  private static void measure(PolicyInForce policy, Facts facts, long[] nanos) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < nanos.length; i++) {
      long begin = threads.getCurrentThreadCpuTime();
      Decider.decide(policy, facts);
      nanos[i] = threads.getCurrentThreadCpuTime() - begin;
    }
  }

  private static long micros(long[] sorted, int percent) {
    int index = (int) Math.ceil(sorted.length * percent / (double) PERCENT) - 1;
    return TimeUnit.NANOSECONDS.toMicros(sorted[Math.max(0, index)]);
  }
}
