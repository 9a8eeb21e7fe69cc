package dev.crossdock.channels;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel offers, as data.
 *
 * @param pollEvery how often to look for changes even when nothing was pushed; reconciliation, never optional
 * @param pollOverlap how far a poll reaches back behind its cursor, since channels index late
 * @param personalDataMax how long after shipment the channel lets personal data from it be kept; null when it has no
 *     rule of its own
 */
public record Capabilities(
    Set<Capability> can, Duration pollEvery, Duration pollOverlap, @Nullable Duration personalDataMax) {

  public Capabilities {
    can = Set.copyOf(can);
  }

  /** Of a channel that leaves it to the merchant how long personal data is kept. */
  public Capabilities(Set<Capability> can, Duration pollEvery, Duration pollOverlap) {
    this(can, pollEvery, pollOverlap, null);
  }

  /** A single ability. */
  public enum Capability {
    /** Pushes whole orders by webhook. */
    PUSHES_ORDERS,
    /** Pushes a message that names an order, which must be fetched. */
    PUSHES_ORDER_IDS,
    /** Signs what it pushes. */
    SIGNS,
    /** Repeats a push that was not answered. */
    RETRIES_PUSHES,
    /** Accepts shipments of a part of the order. */
    PARTIAL_SHIPMENT,
    /** Accepts more than one parcel an order. */
    MULTIPLE_PARCELS,
    /** Lets tracking be corrected after it was sent. */
    EDIT_TRACKING,
    /** Keeps stock by location. */
    STOCK_BY_LOCATION,
    /** Ships some orders itself from its own warehouses. */
    FULFILS_ITSELF
  }
}
