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
  private final Map<Merchant, Deque<Long>> free = new HashMap<>();

  public OrderNumbers(Door door) {
    this.door = door;
  }

  /** So many numbers for one piece of work alone; called before its transaction begins, never inside one. */
  public Taken take(Merchant merchant, int count) {
    Taken taken = new Taken(merchant);
    synchronized (free) {
      Deque<Long> left = free.computeIfAbsent(merchant, first -> new ArrayDeque<>());
      if (left.size() < count) {
        int size = Math.max(BLOCK, count);
        long first = door.write(merchant, CAUSE, tx -> store.take(tx, size));
        LongStream.range(first, first + size).forEach(left::addLast);
      }
      for (int n = 0; n < count; n++) {
        taken.numbers.addLast(left.removeFirst());
      }
    }
    return taken;
  }

  /** Numbers nobody else has. What was not used is there for the next who asks. */
  public final class Taken implements AutoCloseable {

    private final Merchant merchant;
    private final Deque<Long> numbers = new ArrayDeque<>();

    private Taken(Merchant merchant) {
      this.merchant = merchant;
    }

    /** The next number, {@code SO-1001} for a merchant's first order. */
    public String next() {
      return "SO-" + numbers.removeFirst();
    }

    @Override
    public void close() {
      synchronized (free) {
        Deque<Long> left = free.computeIfAbsent(merchant, first -> new ArrayDeque<>());
        while (!numbers.isEmpty()) {
          left.addFirst(numbers.removeLast());
        }
      }
    }
  }
}
