package dev.crossdock.sandbox.drills.crash;

import dev.crossdock.sandbox.drills.crash.Plan.Moment;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Latencies;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Adds up what was found after each fault. */
final class Report {

  private static final int RECOVERY_P99_MAX_SECONDS = 30;

  private final long seed;
  private final List<Suffered> suffered = new ArrayList<>();
  private final List<Aftermath> reckoned = new ArrayList<>();
  private final Set<String> skipped = new TreeSet<>();
  private int accepted;

  /** A fault and how long it took to get well; empty for never. */
  private record Suffered(Fault fault, Optional<Duration> recovery) {}

  Report(long seed) {
    this.seed = seed;
  }

  void add(Fault fault, Optional<Duration> recovery) {
    suffered.add(new Suffered(fault, recovery));
  }

  void add(Aftermath found) {
    reckoned.add(found);
  }

  /** What is accepted begins anew with each installation. */
  void chapterEnds() {
    accepted += reckoned.isEmpty() ? 0 : reckoned.getLast().accepted();
  }

  void skipped(List<Moment> moments, String why) {
    moments.forEach(moment -> skipped.add("left out: " + moment.fault().words() + "; " + why));
  }

  static String line(Fault fault, Optional<Duration> recovery) {
    String took = recovery.map(each -> "well after %.2f s".formatted(seconds(each))).orElse("never well");
    return "%-22s %s".formatted(fault.figure(), took);
  }

  static String line(Aftermath found) {
    return "%-22s everything done after %.2f s; %d accepted, %d lost, %d doubled, %d oversold, %d unsent, %d violations"
        .formatted(
            "", seconds(found.drained()), found.accepted(), found.lost(), found.doubled(), found.oversold(),
            found.unsent(), found.violations());
  }

  /**
   * Adds it up.
   *
   * @param took all of it
   */
  DrillResult result(PrintStream out, Duration took) {
    table(out);
    Latencies recovery = latencies(suffered);
    DrillResult.Builder result =
        DrillResult.of("crash")
            .figure("faults", suffered.size())
            .figure("kills", (double) suffered.stream().filter(each -> each.fault().kills()).count())
            .figure("accepted", accepted)
            .exactly("lost", sum(Aftermath::lost), 0)
            .exactly("doubled", sum(Aftermath::doubled), 0)
            .exactly("oversold", sum(Aftermath::oversold), 0)
            .exactly("unsent", sum(Aftermath::unsent), 0)
            .exactly("violations", sum(Aftermath::violations), 0)
            .exactly("never_well", suffered.stream().filter(each -> each.recovery().isEmpty()).count(), 0)
            .atMost("recovery_p99_s", recovery.millis(0.99) / 1_000, RECOVERY_P99_MAX_SECONDS)
            .figure("recovery_p50_s", recovery.millis(0.5) / 1_000)
            .figure("took_s", seconds(took))
            .figure("accounts", reckoned.size())
            .figure("seed", (double) seed)
            .figure("skipped", skipped.size())
            .note("recovery is until an order told after the fault has its place; of a fault that lasts, from its end")
            .note("accepted counts orders whose taking is on the disk of those who told them");
    skipped.forEach(result::note);
    return result.build();
  }

  private void table(PrintStream out) {
    out.printf("  %-22s %5s %10s %10s  %s%n", "fault", "times", "well p50", "well max", "what it is");
    for (Fault fault : Fault.values()) {
      List<Suffered> found = suffered.stream().filter(each -> each.fault() == fault).toList();
      if (!found.isEmpty()) {
        Latencies recovery = latencies(found);
        out.printf(
            "  %-22s %5d %8.2f s %8.2f s  %s%n", fault.figure(), found.size(), recovery.millis(0.5) / 1_000,
            recovery.millis(1) / 1_000, fault.words());
      }
    }
  }

  private static Latencies latencies(List<Suffered> found) {
    Latencies latencies = new Latencies();
    found.forEach(each -> each.recovery().ifPresent(took -> latencies.add(took.toNanos())));
    return latencies;
  }

  private long sum(ToIntFunction<Aftermath> figure) {
    return reckoned.stream().mapToInt(figure).sum();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
