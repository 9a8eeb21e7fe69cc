package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockKey;
import java.util.UUID;

/** The key of a reservation row. */
record HeldKey(UUID document, int line, StockKey key) {

  static HeldKey of(Reservation reservation) {
    return new HeldKey(reservation.document(), reservation.line(), reservation.key());
  }
}
