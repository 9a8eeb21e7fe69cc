package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.drills.kit.Audit;
import dev.crossdock.sandbox.drills.kit.Drill;
import dev.crossdock.sandbox.drills.kit.DrillArguments;
import dev.crossdock.sandbox.drills.kit.DrillResult;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Target;
import dev.crossdock.sandbox.drills.kit.ThrowAway;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The installation is killed again and again while messages come in; what it had taken is there, once, afterwards. */
final class CrashDrill implements Drill {

  private static final int ORDERS_USUAL = 500;
  private static final int SENDERS = 8;
  private static final int KILLS_IN_THE_MIDDLE = 3;
  private static final int PAUSE_MILLIS_MAX = 300;
  private static final int SHOWN_CHARS_MAX = 2_000;
  private static final Duration DRAIN_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Pattern VIOLATIONS = Pattern.compile("(\\d+) violations");

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String purpose() {
    return "kill -9 in the middle of 500 messages, several times: each accepted message is exactly one order";
  }

  @Override
  public DrillResult run(DrillArguments arguments, PrintStream out, InstantSource time) throws InterruptedException {
    if (arguments.url() != null) {
      return DrillResult.of(name()).missed("this drill kills the installation, so it takes none by --url").build();
    }
    try (Target target = Target.open(arguments, out, time)) {
      List<Message> messages = target.orders(arguments.orders().orElse(ORDERS_USUAL));
      Run run = new Run(target, out, new Random(arguments.seed()));
      run.send(messages);
      Audit audit = drain(target, messages);
      out.println("  stopping it, and checking");
      ThrowAway.Checked checked = target.stopAndCheck();
      return result(messages.size(), run, audit, checked);
    }
  }

  private static DrillResult result(int messages, Run run, Audit audit, ThrowAway.Checked checked) {
    Matcher violations = VIOLATIONS.matcher(checked.words());
    DrillResult.Builder result =
        DrillResult.of("crash")
            .figure("messages", messages)
            .figure("kills", run.kills)
            .figure("accepted", run.accepted.get())
            .figure("sent_again", run.sentAgain.get())
            .exactly("orders", audit.found(), messages)
            .exactly("lost", audit.lost(), 0)
            .exactly("doubled", audit.doubled(), 0)
            .exactly("unrouted", audit.unrouted(), 0)
            .exactly("check_violations", violations.find() ? Long.parseLong(violations.group(1)) : 0, 0)
            .figure("restart_s_max", run.restartMax.toMillis() / 1_000.0);
    if (checked.exit() != 0) {
      String words = checked.words();
      result.missed("check was not clean: " + words.substring(0, Math.min(words.length(), SHOWN_CHARS_MAX)));
    }
    return result.build();
  }

  private static Audit drain(Target target, List<Message> messages) throws InterruptedException {
    return Patience.until(() -> Audit.of(target.product(), messages), Audit::complete, DRAIN_MAX, LOOK_EVERY);
  }

  /** Sending with accidents. */
  private static final class Run {

    private final Target target;
    private final PrintStream out;
    private final Random random;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private int kills;
    private Duration restartMax = Duration.ZERO;

    Run(Target target, PrintStream out, Random random) {
      this.target = target;
      this.out = out;
      this.random = random;
    }

    /** Each message until it is taken, with kills at moments that the seed picks, the last when all were taken. */
    void send(List<Message> messages) throws InterruptedException {
      Queue<Message> waiting = new ConcurrentLinkedQueue<>(messages);
      for (int killAt : moments(messages.size())) {
        sendUntil(waiting, killAt);
        killAndRestart();
      }
      sendUntil(waiting, messages.size());
      Thread.sleep(random.nextInt(PAUSE_MILLIS_MAX));
      killAndRestart();
    }

    private List<Integer> moments(int messages) {
      List<Integer> moments = new ArrayList<>();
      int part = Math.max(1, messages / (KILLS_IN_THE_MIDDLE + 1));
      for (int n = 0; n < KILLS_IN_THE_MIDDLE; n++) {
        moments.add(n * part + part / 2 + random.nextInt(part));
      }
      return moments;
    }

    /** Kills while other senders still wait for their answers, as soon as so many were taken. */
    private void sendUntil(Queue<Message> waiting, int taken) throws InterruptedException {
      boolean isLast = taken >= accepted.get() + waiting.size();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int n = 0; n < SENDERS; n++) {
          threads.execute(() -> work(waiting));
        }
        while (!isLast && accepted.get() < taken) {
          Thread.sleep(Duration.ofMillis(1));
        }
        if (!isLast) {
          target.kill();
        }
      }
    }

    private void work(Queue<Message> waiting) {
      for (Message next = waiting.poll(); next != null; next = waiting.poll()) {
        if (!delivered(next)) {
          sentAgain.incrementAndGet();
          waiting.add(next);
          return;
        }
        accepted.incrementAndGet();
      }
    }

    private boolean delivered(Message message) {
      try {
        return target.traffic().deliver(target.product(), message) / 100 == 2;
      } catch (IOException e) {
        return false;
      }
    }

    private void killAndRestart() throws InterruptedException {
      target.kill();
      kills++;
      out.println("  killed with " + accepted.get() + " messages taken; starting again");
      long begin = System.nanoTime();
      target.restart();
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      restartMax = took.compareTo(restartMax) > 0 ? took : restartMax;
    }
  }
}
