package dev.crossdock.orders;

import dev.crossdock.orders.internal.NumberStore;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Hands out order numbers. A node takes a block of them in a transaction of its own, so that no order waits for the
 * number of another; numbers of a block that a crash left over are never used. Thread-safe.
 */
public final class OrderNumbers {

  private static final int BLOCK = 1_000;
  private static final Cause CAUSE = Cause.of(Actor.system("orders"), "numbers", new UUID(0, 0));

  private final Door door;
  private final NumberStore store = new NumberStore();
  private final Map<Merchant, Left> left = new HashMap<>();

  public OrderNumbers(Door door) {
    this.door = door;
  }

  /** What a node has of a merchant's numbers, and how many of them are promised to work that goes on. */
  private static final class Left {
    private final Deque<Long> numbers = new ArrayDeque<>();
    private int promised;
  }

  /** So many numbers for one piece of work; called before its transaction begins, never inside one. */
  public Taken take(Merchant merchant, int count) {
    synchronized (left) {
      Left mine = left.computeIfAbsent(merchant, first -> new Left());
      if (mine.numbers.size() - mine.promised < count) {
        int size = Math.max(BLOCK, count);
        long first = door.write(merchant, CAUSE, tx -> store.take(tx, size));
        LongStream.range(first, first + size).forEach(mine.numbers::addLast);
      }
      mine.promised += count;
      return new Taken(mine, count);
    }
  }

  /**
   * Numbers that are there when they are asked for. Which ones is decided then, so that orders which come in one after
   * the other are numbered in that order whoever works on them.
   */
  public final class Taken implements AutoCloseable {

    private final Left from;
    private int open;

    private Taken(Left from, int count) {
      this.from = from;
      this.open = count;
    }

    /** The next number, {@code SO-1001} for a merchant's first order. */
    public String next() {
      synchronized (left) {
        if (open == 0) {
          throw new IllegalStateException("more numbers are used than were taken");
        }
        open--;
        from.promised--;
        return "SO-" + from.numbers.removeFirst();
      }
    }

    @Override
    public void close() {
      synchronized (left) {
        from.promised -= open;
        open = 0;
      }
    }
  }
}
