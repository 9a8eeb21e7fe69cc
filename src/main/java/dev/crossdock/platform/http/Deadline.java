package dev.crossdock.platform.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of one exchange. When it comes, the socket in use is closed under whoever is blocked on it: a peer that sends
 * a byte now and then, or never reads, cannot hold the caller longer.
 */
final class Deadline implements AutoCloseable {

  private final Duration total;
  private final long endNanos;
  private final ScheduledFuture<?> alarm;
  private @Nullable Closeable victim;
  private boolean passed;

  Deadline(Duration total, ScheduledExecutorService watchdog) {
    this.total = total;
    this.endNanos = System.nanoTime() + total.toNanos();
    this.alarm = watchdog.schedule(this::ring, total.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** From now on the deadline closes this. */
  synchronized void guard(Closeable socket) {
    victim = socket;
    if (passed) {
      shut(socket);
    }
  }

  /** The deadline no longer closes anything. False when it has already done so. */
  synchronized boolean release() {
    victim = null;
    return !passed;
  }

  /** The time left, at most this long; at least a millisecond, so that it can be a time-out. */
  int millisLeft(Duration most) {
    long left = Math.min(TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()), most.toMillis());
    return Math.clamp(left, 1, Integer.MAX_VALUE);
  }

  /** The failure to tell: the deadline's own once it has passed, else what the socket said. */
  synchronized IOException explain(IOException failure) {
    if (!passed) {
      return failure;
    }
    IOException late = new SocketTimeoutException("no complete answer within " + total.toMillis() + " ms");
    late.initCause(failure);
    return late;
  }

  synchronized boolean passed() {
    return passed;
  }

  @Override
  public void close() {
    alarm.cancel(false);
  }

  private synchronized void ring() {
    passed = true;
    if (victim != null) {
      shut(victim);
    }
  }

  private static void shut(Closeable socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // it is gone either way
    }
  }
}
