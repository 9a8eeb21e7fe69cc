package dev.crossdock.platform.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections kept open for a while after an answer, newest first: a busy target is not dialled each time. */
final class IdleConnections implements AutoCloseable {

  private static final int PER_TARGET_MAX = 16;
  private static final int TARGETS_MAX = 64;
  private static final long IDLE_NANOS_MAX = Duration.ofSeconds(15).toNanos();

  private final Map<String, Deque<Idle>> byTarget = new HashMap<>();
  private boolean closed;

  synchronized @Nullable Connection take(String target) {
    Deque<Idle> idle = byTarget.get(target);
    if (idle == null) {
      return null;
    }
    Idle newest = idle.pollFirst();
    if (newest != null && newest.old(System.nanoTime())) {
      newest.connection.close();
      idle.forEach(each -> each.connection.close());
      idle.clear();
      newest = null;
    }
    if (idle.isEmpty()) {
      byTarget.remove(target);
    }
    return newest == null ? null : newest.connection;
  }

  /** Keeps the connection, or closes it when there are enough. */
  synchronized void give(String target, Connection connection) {
    dropOld();
    Deque<Idle> idle = byTarget.get(target);
    boolean full = idle == null ? byTarget.size() >= TARGETS_MAX : idle.size() >= PER_TARGET_MAX;
    if (closed || full) {
      connection.close();
      return;
    }
    byTarget.computeIfAbsent(target, _ -> new ArrayDeque<>()).addFirst(new Idle(connection, System.nanoTime()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    byTarget.values().forEach(idle -> idle.forEach(each -> each.connection.close()));
    byTarget.clear();
  }

  private void dropOld() {
    long now = System.nanoTime();
    List<String> empty = new ArrayList<>();
    byTarget.forEach(
        (target, idle) -> {
          while (!idle.isEmpty() && idle.getLast().old(now)) {
            idle.removeLast().connection.close();
          }
          if (idle.isEmpty()) {
            empty.add(target);
          }
        });
    empty.forEach(byTarget::remove);
  }

  private record Idle(Connection connection, long sinceNanos) {

    boolean old(long now) {
      return now - sinceNanos > IDLE_NANOS_MAX;
    }
  }
}
