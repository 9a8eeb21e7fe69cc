package dev.crossdock.api.v1.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.history.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stock of a SKU.
 *
 * @param availableToPromise over all active locations
 * @param at the instant that was asked for
 * @param knownAt what was learned later is left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockView(
    String sku, long availableToPromise, List<Level> locations, @Nullable Instant at, @Nullable Instant knownAt) {

  static StockView of(String sku, long availableToPromise, List<Position> positions, @Nullable AsOf asOf) {
    List<Level> levels = positions.stream().map(Level::of).toList();
    return asOf == null
        ? new StockView(sku, availableToPromise, levels, null, null)
        : new StockView(sku, availableToPromise, levels, asOf.at(), asOf.knownAt());
  }

  /**
   * The stock at one location.
   *
   * @param onHand what lies there, unavailable units included
   * @param unavailable what lies there and may not be promised, by reason
   * @param available may be promised
   */
  record Level(
      String location, long onHand, long reserved, Map<UnavailableReason, Long> unavailable, long available) {

    static Level of(Position position) {
      return new Level(
          position.key().location(),
          position.onHand(),
          position.reserved(),
          position.unavailable(),
          position.available());
    }
  }
}
