package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Merchant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Groups concurrent messages into commits: one thread writes whatever waited while it wrote the group before, so that
 * an idle system answers at once and a busy one shares each disk flush among many. Whoever comes alone never waits; as
 * long as messages come together, a group is held open for a moment.
 */
final class Intake {

  private static final long IDLE_WAIT_MILLIS = 100;

  /** How long more may join a group while many come: a commit costs the same for one message as for ten. */
  private static final long GATHERING_NANOS = 3_000_000;

  /** The same while so many come that each millisecond more makes a difference to how few commits there are. */
  private static final long GATHERING_MANY_NANOS = 8_000_000;

  /** A group of so many is large. */
  private static final int MANY = 8;

  private final InboxLimits limits;
  private final BiFunction<Merchant, List<NewMessage>, List<Receipt>> writer;
  private final BlockingQueue<Waiting> queue;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Thread thread;
  private volatile boolean stopped;

  /**
   * Starts the thread.
   *
   * @param writer writes one merchant's messages in one transaction and answers one receipt each, in order
   */
  Intake(InboxLimits limits, BiFunction<Merchant, List<NewMessage>, List<Receipt>> writer) {
    this.limits = limits;
    this.writer = writer;
    this.queue = new ArrayBlockingQueue<>(limits.waitingMax());
    this.thread = Thread.ofPlatform().name("inbox-intake").daemon().start(this::run);
  }

  CompletableFuture<Receipt> offer(NewMessage message) {
    Waiting waiting = new Waiting(message, new CompletableFuture<>());
    if (stopped) {
      waiting.answer.complete(refused(Receipt.Reason.STOPPED));
    } else if (waitingBytes.addAndGet(waiting.bytes()) > limits.waitingBytesMax() || !queue.offer(waiting)) {
      waitingBytes.addAndGet(-waiting.bytes());
      waiting.answer.complete(refused(Receipt.Reason.OVERLOADED));
    } else if (stopped) {
      refuseRest();
    }
    return waiting.answer;
  }

  /** Writes what waits, refuses what comes later. */
  void stop() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    refuseRest();
  }

  private void run() {
    List<Waiting> group = new ArrayList<>();
    boolean busy = false;
    long gathering = GATHERING_NANOS;
    while (true) {
      Waiting first = next();
      if (first == null) {
        if (stopped) {
          return;
        }
        continue;
      }
      group.add(first);
      if (busy) {
        LockSupport.parkNanos(gathering);
      }
      queue.drainTo(group, limits.groupMax() - 1);
      busy = group.size() > 1;
      gathering = group.size() < MANY ? GATHERING_NANOS : GATHERING_MANY_NANOS;
      write(group);
      group.clear();
    }
  }

  private @Nullable Waiting next() {
    try {
      return stopped ? queue.poll() : queue.poll(IDLE_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped = true;
      return queue.poll();
    }
  }

  private void write(List<Waiting> group) {
    Map<Merchant, List<Waiting>> byMerchant =
        group.stream().collect(Collectors.groupingBy(waiting -> waiting.message.merchant()));
    byMerchant.forEach(this::writeTogether);
    waitingBytes.addAndGet(-group.stream().mapToLong(Waiting::bytes).sum());
  }

  private void writeTogether(Merchant merchant, List<Waiting> group) {
    try {
      List<Receipt> receipts = writer.apply(merchant, group.stream().map(Waiting::message).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer.complete(receipts.get(i));
      }
    } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
      group.forEach(waiting -> waiting.answer.complete(refused(Receipt.Reason.STORE_UNAVAILABLE)));
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().answer.completeExceptionally(e);
      } else {
        // One of them spoils the group: written singly, it harms only itself.
        group.forEach(waiting -> writeTogether(merchant, List.of(waiting)));
      }
    }
  }

  private void refuseRest() {
    List<Waiting> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(waiting -> waiting.answer.complete(refused(Receipt.Reason.STOPPED)));
  }

  private Receipt refused(Receipt.Reason reason) {
    return new Receipt.Refused(reason, limits.retryAfter());
  }

  private record Waiting(NewMessage message, CompletableFuture<Receipt> answer) {

    /** What it holds in memory, roughly: small messages count too. */
    long bytes() {
      return 1_000L + message.body().length;
    }
  }
}
