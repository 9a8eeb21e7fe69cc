package dev.crossdock.orders;

import dev.crossdock.customers.PersonalData;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.internal.OrderSearchStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds orders for people: lists, counts, and the one order a number means. */
public final class OrderSearch {

  /** Counts stop here; what is above is told as "10,000+". */
  public static final int COUNT_MAX = 10_000;

  /** The longest page. */
  public static final int PAGE_MAX = 200;

  /** Orders that are looked up one by one rather than met on the way through all. */
  private static final int FEW = 5_000;

  private final OrderSearchStore store;

  public OrderSearch(PersonalData personalData) {
    this(personalData, FEW);
  }

  OrderSearch(PersonalData personalData, int few) {
    this.store = new OrderSearchStore(personalData, few);
  }

  /**
   * An order as lists show it.
   *
   * @param headline with open exceptions counted in: only a cancellation stands above them
   * @param units the sum of all its lines
   * @param exceptions kinds of open exceptions, none twice
   * @param total in minor units; null while the channel has not told it
   */
  public record Row(
      OrderId id,
      String number,
      ChannelRef channel,
      String externalNumber,
      boolean test,
      Order.Lifecycle lifecycle,
      Headline headline,
      Buckets units,
      List<ExceptionType> exceptions,
      @Nullable Instant shipBy,
      Instant placedAt,
      String currency,
      @Nullable Long total,
      @Nullable UUID contact,
      @Nullable UUID shipTo,
      @Nullable String shipCountry) {

    public Row {
      exceptions = List.copyOf(exceptions);
    }
  }

  /**
   * Some orders in the order asked for.
   *
   * @param next hand this in for the page behind; null when there is none
   */
  public record Page(List<Row> rows, @Nullable String next) {

    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A page of orders.
   *
   * @param after where the page before ended; null for the first. A text that is no such place counts as none
   */
  public Page page(Tx tx, OrderQuery query, @Nullable String after, int limit) {
    return store.page(tx, query, after, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** How many orders there are, up to one more than {@link #COUNT_MAX}. */
  public int count(Tx tx, OrderQuery query) {
    return store.count(tx, query, COUNT_MAX + 1);
  }

  /** These orders as they are now, whichever there are, in no order. */
  public List<Row> rows(Tx tx, Collection<OrderId> ids) {
    return ids.isEmpty() ? List.of() : store.rows(tx, ids);
  }

  /** Which of these orders the query still finds. */
  public Set<OrderId> stillMatching(Tx tx, OrderQuery query, Collection<OrderId> ids) {
    return ids.isEmpty() ? Set.of() : store.stillMatching(tx, query, ids);
  }

  /** How many orders that the query finds were received after an instant, up to one more than a hundred. */
  public int receivedSince(Tx tx, OrderQuery query, Instant since) {
    return store.receivedSince(tx, query, since, 101);
  }

  /** The one order that a number means: ours, or a channel's if only one order has it. */
  public Optional<OrderId> byNumber(Tx tx, String number) {
    return store.byNumber(tx, number.strip());
  }

  /** The orders with this id at this channel, over all its accounts. */
  public List<OrderId> byChannel(Tx tx, String channel, String externalId) {
    return store.byChannel(tx, channel, externalId);
  }
}
