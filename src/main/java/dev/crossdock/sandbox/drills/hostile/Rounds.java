package dev.crossdock.sandbox.drills.hostile;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.drills.hostile.Forgers.Tally;
import dev.crossdock.sandbox.drills.kit.Stream;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Good orders at a steady rate, in pairs of rounds: one in peace and one with forgers beside, in changing order. A pair
 * lies within seconds, so that what a machine does to all of them cancels out; the median of the pairs counts.
 */
final class Rounds {

  static final int FORGED_PER_SECOND = 1_000;
  private static final int SECONDS = 5;

  private final Target target;
  private final Attack attack;
  private final int perSecond;
  private final List<Message> taken = new ArrayList<>();
  private final List<Round> peaceful = new ArrayList<>();
  private final List<Round> attacked = new ArrayList<>();
  private Tally tally = new Tally(0, 0, 0);
  private int failed;

  /**
   * What one round showed.
   *
   * @param productMillis processor time of the installation's JVM
   * @param forgersMillis the same of the forgers
   */
  private record Round(double p50, double p99, double productMillis, double forgersMillis) {}

  Rounds(Target target, Attack attack, int perSecond) {
    this.target = target;
    this.attack = attack;
    this.perSecond = perSecond;
  }

  /** Pairs of rounds for about so many seconds, three at least. */
  void run(int seconds, PrintStream out) {
    int pairs = Math.max(3, seconds / (2 * SECONDS));
    for (int n = 0; n < pairs; n++) {
      boolean first = n % 2 == 0;
      round(!first);
      round(first);
      out.printf(
          "  good ones answered in %.1f ms in peace, %.1f ms under attack%n", peaceful.getLast().p50(),
          attacked.getLast().p50());
    }
  }

  /** One round that is not counted. */
  void warmUp() {
    attack.begin(FORGED_PER_SECOND, SECONDS);
    taken.addAll(stream().taken());
    attack.end();
  }

  private void round(boolean underAttack) {
    double product = millis(target.pid());
    double forgers = millis(attack.pid());
    if (underAttack) {
      attack.begin(FORGED_PER_SECOND, SECONDS);
    }
    Stream stream = stream();
    if (underAttack) {
      tally = tally.plus(attack.end());
    }
    taken.addAll(stream.taken());
    failed += stream.failed();
    (underAttack ? attacked : peaceful)
        .add(
            new Round(
                stream.answers().millis(0.5), stream.answers().millis(0.99), millis(target.pid()) - product,
                millis(attack.pid()) - forgers));
  }

  private Stream stream() {
    return Stream.unwatched(target, target.orders(perSecond * SECONDS), perSecond);
  }

  /** Every good message that was taken. */
  List<Message> taken() {
    return List.copyOf(taken);
  }

  /** Good messages that were not taken. */
  int failed() {
    return failed;
  }

  Tally tally() {
    return tally;
  }

  double forgedPerSecond() {
    return tally.all() / (double) (attacked.size() * SECONDS);
  }

  double p50(boolean underAttack) {
    return median(underAttack ? attacked : peaceful, Round::p50);
  }

  double p99(boolean underAttack) {
    return median(underAttack ? attacked : peaceful, Round::p99);
  }

  /** By how much longer good ones wait for their answer under attack, as a share: 0.1 is a tenth. */
  double slowdown() {
    return slowdown(Round::p50);
  }

  double slowdownP99() {
    return slowdown(Round::p99);
  }

  private double slowdown(ToDoubleFunction<Round> figure) {
    double[] ratios = new double[attacked.size()];
    for (int n = 0; n < ratios.length; n++) {
      ratios[n] = figure.applyAsDouble(attacked.get(n)) / figure.applyAsDouble(peaceful.get(n));
    }
    return median(ratios) - 1;
  }

  /** What the installation's JVM spends on refusing one forged message. */
  double productMillisPerForged() {
    double more = median(attacked, Round::productMillis) - median(peaceful, Round::productMillis);
    return more / (forgedPerSecond() * SECONDS);
  }

  double forgersMillisPerForged() {
    return median(attacked, Round::forgersMillis) / (forgedPerSecond() * SECONDS);
  }

  private static double millis(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toMillis)
        .orElse(0L)
        .doubleValue();
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return median(rounds.stream().mapToDouble(figure).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
