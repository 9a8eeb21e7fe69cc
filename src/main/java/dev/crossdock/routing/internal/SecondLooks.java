package dev.crossdock.routing.internal;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * SKUs whose stock rose a moment ago. Who brings stock sees the orders that wait for it, and an order that waits sees
 * the stock there is, but not when both happen at the same moment: so whoever was being looked at meanwhile is looked
 * for once more when that look is over. It is kept in memory; what is lost with a process is found by the look at all
 * that wait, each minute.
 */
public final class SecondLooks {

  /** Longer than a batch of orders takes. */
  public static final Duration AFTER = Duration.ofSeconds(1);

  private record Risen(Set<String> skus, Instant due) {}

  private final Map<Merchant, Queue<Risen>> risen = new ConcurrentHashMap<>();

  /** They are due a moment after the transaction's commit. */
  public void after(Tx tx, Set<String> skus) {
    Risen now = new Risen(Set.copyOf(skus), tx.now().plus(AFTER));
    tx.unlessRolledBack(() -> risen.computeIfAbsent(tx.merchant(), _ -> new ConcurrentLinkedQueue<>()).add(now));
  }

  /** The SKUs of the merchant that are due, once. */
  public Set<String> due(Tx tx) {
    Set<String> due = new HashSet<>();
    Queue<Risen> mine = risen.get(tx.merchant());
    if (mine != null) {
      for (Risen next = mine.peek(); next != null && !next.due().isAfter(tx.now()); next = mine.peek()) {
        due.addAll(next.skus());
        mine.remove(next);
      }
    }
    return due;
  }
}
