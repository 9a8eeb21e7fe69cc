package dev.crossdock.inventory;

import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.receiving.UnitCost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that came or went.
 *
 * @param delta above zero for what came
 * @param reason one of an adjustment's ({@link StockReason#ofAdjustment})
 * @param document the paper behind it, such as a purchase order's number: up to 100 letters, digits and {@code -_./:#}
 * @param lots which lots or serial numbers, where the SKU asks for them: they add up to the units that came or went
 * @param cost what one unit that came cost, in the currency in which the SKU is valued; null where nobody says
 */
public record Adjustment(
    String sku,
    String location,
    long delta,
    StockReason reason,
    @Nullable String document,
    Instant happenedAt,
    List<LotUnits> lots,
    @Nullable UnitCost cost) {

  public Adjustment {
    lots = List.copyOf(lots);
  }

  /** At a cost that nobody says. */
  public Adjustment(
      String sku,
      String location,
      long delta,
      StockReason reason,
      @Nullable String document,
      Instant happenedAt,
      List<LotUnits> lots) {
    this(sku, location, delta, reason, document, happenedAt, lots, null);
  }

  /** Of a SKU without lots. */
  public Adjustment(
      String sku, String location, long delta, StockReason reason, @Nullable String document, Instant happenedAt) {
    this(sku, location, delta, reason, document, happenedAt, List.of(), null);
  }

  /** Units that arrived. */
  public static Adjustment received(
      String sku, String location, long units, @Nullable String document, Instant happenedAt) {
    return new Adjustment(sku, location, units, StockReason.RECEIVED, document, happenedAt);
  }

  public StockKey key() {
    return new StockKey(sku, location);
  }
}
