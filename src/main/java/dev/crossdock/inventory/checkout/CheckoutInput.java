package dev.crossdock.inventory.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that shall be held.
 *
 * @param channel for whom; given together with {@code account} or not at all
 * @param ttlSeconds 1 second to 7 days
 */
public record CheckoutInput(
    @Nullable String channel, @Nullable String account, List<Line> lines, long ttlSeconds) {

  public CheckoutInput {
    lines = List.copyOf(lines);
  }

  /**
   * Units of one SKU.
   *
   * @param location only there; null wherever they are, in one place if one place has them all
   */
  public record Line(String sku, long units, @Nullable String location) {}
}
