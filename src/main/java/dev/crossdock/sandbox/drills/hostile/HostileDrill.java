package dev.crossdock.sandbox.drills.hostile;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Burst;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Resident;
import dev.crossdock.sandbox.drills.kit.Stream;
import dev.crossdock.sandbox.drills.kit.Target;
import dev.crossdock.sandbox.drills.kit.ThrowAway;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Good orders while others do harm: a thousand messages a second with wrong signatures, ten thousand connections on
 * which nothing is said, and senders that take for ever. The good ones must not feel it, and none may be lost.
 */
public final class HostileDrill implements Drill {

  private static final int RATE_USUAL = 150;
  private static final int WARM_UP = 6_000;
  private static final double SLOWDOWN_MAX = 0.1;
  private static final double FORGED_SHARE_MIN = 0.95;
  private static final int IDLE = 10_000;
  private static final int SLOW_EACH = 200;
  private static final int HELD_SECONDS = 4;
  private static final double GONE_SECONDS_MAX = 30;
  private static final double CROWD_MIB_MAX = 256;
  private static final Duration GONE_LOOKED_FOR = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration DRAIN_MAX = Duration.ofMinutes(2);
  private static final String HEAD =
      "POST /webhooks/" + Shop.SHOPIFY.channel() + "/" + Shop.ACCOUNT + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  private static final String ENDLESS_HEAD = HEAD + "X-Endless: ";
  private static final String ENDLESS_BODY = HEAD + "Content-Length: 100000\r\n\r\n";

  @Override
  public String name() {
    return "hostile";
  }

  @Override
  public String purpose() {
    return "good orders beside 1,000 wrong signatures a second, 10,000 idle connections and senders that take for ever";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    if (arguments.url() != null) {
      return DrillResult.of(name()).missed("this drill watches a process, so it takes no --url").build();
    }
    int rate = arguments.load().rate().orElse(RATE_USUAL);
    try (Target target = Target.open(arguments, out, time);
        Attack attack = Attack.on(target.product().base().getPort(), target.data())) {
      out.println("  warming up with " + WARM_UP + " orders");
      List<Message> taken = new ArrayList<>(Burst.send(target, target.orders(WARM_UP), arguments.senders()).taken());
      Rounds rounds = new Rounds(target, attack, rate);
      rounds.warmUp();
      rounds.run(arguments.load().seconds(), out);
      taken.addAll(rounds.taken());
      DrillResult.Builder result = DrillResult.of(name()).figure("good_per_s", rate);
      forged(rounds, result);
      idle(target, rate, taken, out, result);
      slow(target, rate, taken, out, result);
      account(target, taken, out, result);
      return notes(result).build();
    }
  }

  private static void forged(Rounds rounds, DrillResult.Builder result) {
    result
        .figure("good_p50_ms", rounds.p50(false))
        .figure("good_p50_under_attack_ms", rounds.p50(true))
        .figure("good_p99_ms", rounds.p99(false))
        .figure("good_p99_under_attack_ms", rounds.p99(true))
        .atMost("slowdown", rounds.slowdown(), SLOWDOWN_MAX)
        .figure("slowdown_p99", rounds.slowdownP99())
        .atLeast("bad_per_s", rounds.forgedPerSecond(), Rounds.FORGED_PER_SECOND * FORGED_SHARE_MIN)
        .figure("bad_refused", rounds.tally().refused())
        .exactly("bad_not_refused", rounds.tally().otherwise(), 0)
        .exactly("bad_unanswered", rounds.tally().unanswered(), 0)
        .figure("cpu_ms_per_bad", rounds.productMillisPerForged())
        .figure("cpu_ms_per_bad_forgers", rounds.forgersMillisPerForged())
        .exactly("good_failed", rounds.failed(), 0);
  }

  private static void idle(
      Target target, int rate, List<Message> taken, PrintStream out, DrillResult.Builder result)
      throws InterruptedException {
    out.println("  opening " + IDLE + " connections and saying nothing");
    double before = Resident.mib(target.pid()).orElse(0);
    try (Visitors crowd = new Visitors()) {
      come(crowd, target.product().base().getPort(), IDLE, "");
      // who says nothing for ten seconds is closed: where opening takes long, the first are gone before the last orders
      int held = crowd.stillOpen();
      Stream stream = good(target, rate, taken);
      result
          .atLeast("idle_held", held, IDLE)
          .figure("idle_held_to_the_end", crowd.stillOpen())
          .figure("good_p50_beside_idle_ms", stream.answers().millis(0.5))
          .figure("good_p99_beside_idle_ms", stream.answers().millis(0.99))
          .exactly("good_failed_beside_idle", stream.failed(), 0);
      double during = Resident.mib(target.pid()).orElse(0);
      result
          .figure("jvm_mib_before", before)
          .figure("jvm_mib_with_idle", during)
          .atMost("mib_of_idle", during - before, CROWD_MIB_MAX)
          .atMost("idle_gone_s", secondsUntilGone(crowd::stillOpen), GONE_SECONDS_MAX);
    }
  }

  private static void slow(
      Target target, int rate, List<Message> taken, PrintStream out, DrillResult.Builder result)
      throws InterruptedException {
    out.println("  sending " + 2 * SLOW_EACH + " messages letter by letter");
    try (Visitors slow = new Visitors()) {
      come(slow, target.product().base().getPort(), SLOW_EACH, ENDLESS_HEAD);
      come(slow, target.product().base().getPort(), SLOW_EACH, ENDLESS_BODY);
      Stream stream = good(target, rate, taken);
      result
          .exactly("good_failed_beside_slow", stream.failed(), 0)
          .figure("slow_senders", 2 * SLOW_EACH)
          .atMost("slow_gone_s", HELD_SECONDS + secondsUntilGone(slow::mumble), GONE_SECONDS_MAX);
    }
  }

  private static void come(Visitors visitors, int port, int count, String words) {
    try {
      visitors.come(port, count, words);
    } catch (IOException e) {
      throw new UncheckedIOException("so many connections can't be opened; is the limit of open files too low?", e);
    }
  }

  private static Stream good(Target target, int rate, List<Message> taken) {
    Stream stream = Stream.unwatched(target, target.orders(rate * HELD_SECONDS), rate);
    taken.addAll(stream.taken());
    return stream;
  }

  private static double secondsUntilGone(Supplier<Integer> left) throws InterruptedException {
    long begin = System.nanoTime();
    Patience.until(left, open -> open == 0, GONE_LOOKED_FOR, LOOK_EVERY);
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void account(Target target, List<Message> taken, PrintStream out, DrillResult.Builder result)
      throws InterruptedException {
    Audit audit =
        Patience.until(
            () -> Audit.of(target.product(), taken), Audit::complete, DRAIN_MAX, Duration.ofSeconds(1));
    out.println("  stopping, and checking");
    ThrowAway.Checked checked = target.stopAndCheck();
    result
        .figure("good_accepted", taken.size())
        .exactly("good_lost", audit.lost(), 0)
        .exactly("good_doubled", audit.doubled(), 0)
        .exactly("good_unrouted", audit.unrouted(), 0)
        .exactly("check_exit", checked.exit(), 0);
    if (checked.exit() != 0) {
      result.missed("check was not clean: " + checked.words());
    }
  }

  private static DrillResult.Builder notes(DrillResult.Builder result) {
    return result
        .note("good orders come at moments fixed before; their times count from these moments")
        .note("rounds in peace and under attack alternate; slowdown is the median of the pairs, by the p50 of answers")
        .note("the forgers are a process of their own on the same processors: signatures wrong, missing and too old");
  }
}
