package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.Traffic.Trouble;
import dev.crossdock.sandbox.drills.kit.Latencies;
import dev.crossdock.sandbox.drills.kit.Target;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Orders told at moments that are fixed before the first is told, whether earlier ones were answered or not: what waits
 * behind a stall counts as slow. A message that was refused is told again, as channels do.
 */
final class OpenLoop implements AutoCloseable {

  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(40);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(250);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int TRIES_MAX = 200;

  private final URI base;
  private final Requests requests;
  private final List<Step> steps = new ArrayList<>();
  private final PriorityQueue<Step> due = new PriorityQueue<>();
  private final Latencies answers = new Latencies();
  private final List<Told> told = new ArrayList<>();
  private Instant begin = Instant.EPOCH;
  private long first;
  private int accepted;
  private int refused;
  private int givenUp;

  private OpenLoop(Target target) {
    this.base = target.product().base();
    this.requests = new Requests(base, target.data());
  }

  /**
   * An order of which at least the first message was accepted.
   *
   * @param due when its first message was to be sent
   */
  record Told(Shop shop, String orderId, Trouble trouble, Instant due) {}

  /** A message, and the one about the same order that follows it. */
  private static final class Step implements Comparable<Step> {

    private final int index;
    private final Requests.Place place;
    private final Told order;
    private final boolean opens;
    private final long dueNanos;
    private int follower = -1;
    private long sendNanos;
    private int tries;

    Step(int index, Requests.Place place, Told order, boolean opens, long dueNanos) {
      this.index = index;
      this.place = place;
      this.order = order;
      this.opens = opens;
      this.dueNanos = dueNanos;
      this.sendNanos = dueNanos;
    }

    @Override
    public int compareTo(Step other) {
      return Long.compare(sendNanos, other.sendNanos);
    }
  }

  /** Writes the messages of so many orders down, so many a second, and sends none of them yet. */
  static OpenLoop prepare(Target target, Mix mix, int orders, double perSecond, InstantSource time) {
    OpenLoop loop = new OpenLoop(target);
    Instant now = time.instant();
    double gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    for (int n = 0; n < orders; n++) {
      loop.add(target, mix, target.nextNumber(), now, (long) (n * gap));
    }
    loop.requests.seal();
    return loop;
  }

  private void add(Target target, Mix mix, long number, Instant now, long after) {
    Trouble trouble = mix.trouble(number);
    Instant placed = now.plusNanos(after);
    boolean opens = true;
    for (Message message : target.traffic().told(number, mix.shop(number), trouble, placed)) {
      Requests.Place place = requests.add(message, target.traffic().signed(message, placed));
      Told order = new Told(message.shop(), message.orderId(), trouble, placed);
      long moment = opens ? after : after + BETWEEN_MESSAGES.toNanos();
      steps.add(new Step(steps.size(), place, order, opens, moment));
      if (!opens) {
        steps.get(steps.size() - 2).follower = steps.size() - 1;
      }
      opens = false;
    }
  }

  /** Tells them, each at its moment from now on; returns when each was answered. */
  void run(InstantSource time) {
    InetSocketAddress address = new InetSocketAddress(base.getHost(), base.getPort());
    steps.stream().filter(step -> step.opens).forEach(due::add);
    int open = steps.size();
    begin = time.instant();
    first = System.nanoTime();
    try (Wire wire = new Wire(address, this::answered)) {
      while (accepted + givenUp < open) {
        for (Step next = due.peek(); next != null && next.sendNanos <= elapsed(); next = due.peek()) {
          due.remove();
          wire.send(new Wire.Sending(next.index, requests.at(next.place)));
        }
        Step next = due.peek();
        wire.turn(next == null ? LOOK : untilDue(next));
      }
    }
  }

  private Duration untilDue(Step next) {
    Duration left = Duration.ofNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), next.sendNanos - elapsed()));
    return left.compareTo(LOOK) > 0 ? LOOK : left;
  }

  private long elapsed() {
    return System.nanoTime() - first;
  }

  private void answered(int index, int status) {
    Step step = steps.get(index);
    if (status / 100 == 2) {
      taken(step);
      return;
    }
    refused++;
    step.tries++;
    if (step.tries < TRIES_MAX) {
      step.sendNanos = elapsed() + BEFORE_AGAIN.toNanos();
      due.add(step);
    } else {
      givenUp += step.follower < 0 ? 1 : 2;
    }
  }

  private void taken(Step step) {
    answers.add(elapsed() - step.dueNanos);
    accepted++;
    if (step.opens) {
      Instant at = begin.plusNanos(step.dueNanos);
      told.add(new Told(step.order.shop(), step.order.orderId(), step.order.trouble(), at));
    }
    if (step.follower >= 0) {
      Step follower = steps.get(step.follower);
      follower.sendNanos = Math.max(follower.dueNanos, elapsed());
      due.add(follower);
    }
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** From the moment each message was due until it was accepted. */
  Latencies answers() {
    return answers;
  }

  /** Messages, repetitions among them. */
  int accepted() {
    return accepted;
  }

  /** Answers that asked to come again, and calls that were not answered. */
  int refused() {
    return refused;
  }

  /** Messages that were refused for good, and those that would have followed them. */
  int givenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    requests.close();
  }
}
