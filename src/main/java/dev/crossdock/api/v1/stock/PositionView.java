package dev.crossdock.api.v1.stock;

import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.history.Position;
import java.util.Map;

/**
 * One level of a list.
 *
 * @param onHand what lies there, unavailable units included
 * @param unavailable what lies there and may not be promised, by reason
 * @param available may be promised
 */
record PositionView(
    String sku,
    String location,
    long onHand,
    long reserved,
    Map<UnavailableReason, Long> unavailable,
    long available) {

  static PositionView of(Position position) {
    return new PositionView(
        position.key().sku(),
        position.key().location(),
        position.onHand(),
        position.reserved(),
        position.unavailable(),
        position.available());
  }
}
