package dev.crossdock.sandbox.drills.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Sends requests over connections that are kept, all of them from the caller's thread: what telling an order costs is
 * little beside what taking it costs, though both use the same processors. Not thread-safe.
 */
final class Wire implements AutoCloseable {

  /** As many as a channel would open; what is due beyond them waits, and its time runs on. */
  private static final int CONNECTIONS_MAX = 512;

  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final Duration LOOKED_AFTER = Duration.ofSeconds(1);

  private final InetSocketAddress address;
  private final Answers answers;
  private final Selector selector;
  private final Deque<Line> idle = new ArrayDeque<>();
  private final Set<Line> open = new HashSet<>();
  private final Deque<Sending> waiting = new ArrayDeque<>();
  private long lookedAfter = System.nanoTime();

  /** What is told of each request. */
  interface Answers {

    /** The status of its answer, or 0 when none came. */
    void answered(int request, int status);
  }

  /** A request on its way. */
  record Sending(int request, ByteBuffer bytes) {}

  Wire(InetSocketAddress address, Answers answers) {
    this.address = address;
    this.answers = answers;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no selector", e);
    }
  }

  /** Begins to send; the answer comes in one of the next turns. */
  void send(Sending sending) {
    Line line = idle.pollFirst();
    if (line == null && open.size() >= CONNECTIONS_MAX) {
      waiting.add(sending);
      return;
    }
    try {
      if (line == null) {
        line = new Line(selector, address);
        open.add(line);
      }
      line.send(sending);
    } catch (IOException e) {
      if (line != null) {
        drop(line);
      }
      answers.answered(sending.request(), 0);
    }
  }

  /** Takes what has come, or waits for it, at most so long. */
  void turn(Duration atMost) {
    try {
      if (atMost.toMillis() < 1) {
        selector.selectNow();
      } else {
        selector.select(atMost.toMillis());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the selector failed", e);
    }
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      advance((Line) key.attachment());
    }
    giveUpSilent();
    while (!waiting.isEmpty() && (!idle.isEmpty() || open.size() < CONNECTIONS_MAX)) {
      send(waiting.removeFirst());
    }
  }

  private void advance(Line line) {
    int request = line.request();
    try {
      int status = line.advance();
      if (status == Line.UNDER_WAY) {
        return;
      }
      if (line.isKept()) {
        idle.addFirst(line);
      } else {
        drop(line);
      }
      answers.answered(request, status);
    } catch (IOException e) {
      boolean asked = line.isBusy();
      drop(line);
      if (asked) {
        answers.answered(request, 0);
      }
    }
  }

  private void giveUpSilent() {
    long now = System.nanoTime();
    if (now - lookedAfter < LOOKED_AFTER.toNanos()) {
      return;
    }
    lookedAfter = now;
    for (Line line : Set.copyOf(open)) {
      if (line.isBusy() && now - line.since() > ANSWER_MAX.toNanos()) {
        int request = line.request();
        drop(line);
        answers.answered(request, 0);
      }
    }
  }

  private void drop(Line line) {
    open.remove(line);
    idle.remove(line);
    line.close();
  }

  @Override
  public void close() {
    Set.copyOf(open).forEach(this::drop);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the selector could not be closed", e);
    }
  }
}
