package dev.crossdock.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units of a line promised at a location. Stock reservations and fulfilment orders follow from an order's placements:
 * what a placement adds or loses is reserved, released or shipped in the same transaction.
 *
 * @param fulfilmentOrder the work that ships them; null while they are only reserved
 * @param units units of the line, not of its components
 * @param shipped whether they have left; a shipped placement stays as the record of where from
 */
public record Placement(int line, String location, @Nullable UUID fulfilmentOrder, int units, boolean shipped) {

  Placement withUnits(int left) {
    return new Placement(line, location, fulfilmentOrder, left, shipped);
  }

  Placement asShipped() {
    return new Placement(line, location, fulfilmentOrder, units, true);
  }
}
