package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said about where an order goes.
 *
 * @param ref the transfer, for one; else the row's own id
 * @param until when it is over; null for as long as nobody takes it back
 */
public record SteeringRow(
    OrderId order,
    Kind kind,
    String location,
    UUID ref,
    String reason,
    @Nullable Instant until,
    String by,
    Instant at) {

  /** What it says. */
  public enum Kind {
    /** A person sends the order there and nowhere else. */
    PIN,
    /** The location has turned the order down. */
    AVOID,
    /** Units of the order are on their way there. */
    TRANSFER
  }

  public boolean holdsAt(Instant now) {
    return until == null || now.isBefore(until);
  }
}
