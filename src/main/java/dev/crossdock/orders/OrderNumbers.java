package dev.crossdock.orders;

import dev.crossdock.orders.internal.NumberStore;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Hands out order numbers. A node takes a block of them in a transaction of its own, so that no order waits for the
 * number of another; numbers of a block that a crash left over are never used. Thread-safe.
 */
public final class OrderNumbers {

  private static final int BLOCK = 1_000;
  private static final Cause CAUSE = Cause.of(Actor.system("orders"), "numbers", new UUID(0, 0));

  private final Door door;
  private final NumberStore store = new NumberStore();
  private final Map<Merchant, long[]> blocks = new HashMap<>();

  public OrderNumbers(Door door) {
    this.door = door;
  }

  /** Makes sure that so many numbers are at hand; called before a transaction begins, never inside one. */
  public void provide(Merchant merchant, int count) {
    synchronized (blocks) {
      long[] block = blocks.get(merchant);
      if (block == null || block[1] - block[0] < count) {
        int size = Math.max(BLOCK, count);
        long first = door.write(merchant, CAUSE, tx -> store.take(tx, size));
        blocks.put(merchant, new long[] {first, first + size});
      }
    }
  }

  /** The next number, {@code SO-1001} for a merchant's first order. */
  public String next(Merchant merchant) {
    synchronized (blocks) {
      long[] block = blocks.get(merchant);
      if (block == null || block[0] == block[1]) {
        throw new IllegalStateException("numbers were not provided for before the transaction");
      }
      return "SO-" + block[0]++;
    }
  }
}
