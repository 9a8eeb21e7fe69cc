package dev.crossdock.orders.exceptions;

import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.internal.ExceptionSearchStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds exceptions for people: by root cause, by order, one by one. */
public final class ExceptionSearch {

  /** Counts stop here; what is above is told as "10,000+". */
  public static final int COUNT_MAX = 10_000;

  /** The longest page. */
  public static final int PAGE_MAX = 200;

  private final ExceptionSearchStore store = new ExceptionSearchStore();

  /**
   * One exception.
   *
   * @param orderNumber ours; null when no order is concerned
   * @param message the stored message it is about; null for none
   * @param closing how it ended; null while it is open
   */
  public record Case(
      UUID id,
      ExceptionType type,
      String groupKey,
      @Nullable OrderId order,
      @Nullable String orderNumber,
      @Nullable UUID message,
      @Nullable String channel,
      @Nullable String account,
      String sentence,
      String remedy,
      Map<String, String> evidence,
      Instant openedAt,
      @Nullable Closing closing) {

    public Case {
      evidence = Map.copyOf(evidence);
    }
  }

  /** How an exception ended: by a change that settled it, or by a person's word. */
  public record Closing(String state, Instant at, String by, String note) {}

  /**
   * Open exceptions of one cause.
   *
   * @param first the exception that was opened first; it speaks for all
   * @param orders different orders concerned
   * @param atRisk the sum of their totals, one amount a currency, in minor units
   * @param firstDue when the first of them has to leave; null when none has to
   */
  public record Group(
      Case first, int cases, int orders, Map<String, Long> atRisk, Instant lastAt, @Nullable Instant firstDue) {

    public Group {
      atRisk = Map.copyOf(atRisk);
    }

    public String key() {
      return first.groupKey();
    }
  }

  /** All causes with open exceptions, those that stop most orders first. */
  public List<Group> groups(Tx tx, int limit) {
    return store.groups(tx, null, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** One cause; empty when nothing of it is open any more. */
  public Optional<Group> group(Tx tx, String key) {
    return store.groups(tx, key, 1).stream().findFirst();
  }

  /** Open exceptions of one cause, the oldest first; the next page begins behind the last id of the one before. */
  public List<Case> ofGroup(Tx tx, String key, @Nullable UUID after, int limit) {
    return store.open(tx, key, after, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** Open exceptions of all causes, the oldest first; the next page begins behind the last id of the one before. */
  public List<Case> open(Tx tx, @Nullable UUID after, int limit) {
    return store.open(tx, null, after, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** All exceptions of an order, open ones first, up to a page. */
  public List<Case> ofOrder(Tx tx, OrderId order) {
    return store.ofOrder(tx, order, PAGE_MAX);
  }

  public Optional<Case> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  /** How many are open, up to one more than {@link #COUNT_MAX}. */
  public int openCount(Tx tx) {
    return store.openCount(tx, COUNT_MAX + 1);
  }
}
