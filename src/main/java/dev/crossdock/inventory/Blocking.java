package dev.crossdock.inventory;

import dev.crossdock.inventory.lots.LotUnits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that lie there and are taken out of what may be promised, or given back to it.
 *
 * @param units above zero to block, below zero to free
 * @param document the paper behind it: up to 100 letters, digits and {@code -_./:#}
 * @param lots which lots or serial numbers, where the SKU asks for them: they add up to the units
 */
public record Blocking(
    String sku,
    String location,
    UnavailableReason reason,
    long units,
    @Nullable String document,
    Instant happenedAt,
    List<LotUnits> lots) {

  public Blocking {
    lots = List.copyOf(lots);
  }

  /** Of a SKU without lots. */
  public Blocking(
      String sku,
      String location,
      UnavailableReason reason,
      long units,
      @Nullable String document,
      Instant happenedAt) {
    this(sku, location, reason, units, document, happenedAt, List.of());
  }

  public StockKey key() {
    return new StockKey(sku, location);
  }
}
