package dev.crossdock.inventory.history;

import dev.crossdock.inventory.StockKey;
import org.jspecify.annotations.Nullable;

/**
 * Which positions to list, in the order of SKU and location.
 *
 * @param sku the one SKU that is asked for; null for all
 * @param prefix what the SKUs begin with; null for all
 * @param location the one location that is asked for; null for all
 * @param after the key of the last position of the page before; null for the first page
 * @param limit 1 to 1,000; anything else is taken as the nearest of these
 */
public record PositionQuery(
    @Nullable String sku,
    @Nullable String prefix,
    @Nullable String location,
    @Nullable StockKey after,
    int limit) {

  /** The longest page. */
  public static final int LIMIT_MAX = 1_000;

  public PositionQuery {
    limit = Math.clamp(limit, 1, LIMIT_MAX);
  }

  /** Every location of one SKU. */
  public static PositionQuery of(String sku) {
    return new PositionQuery(sku, null, null, null, LIMIT_MAX);
  }
}
