package dev.crossdock.inventory.checkout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which holds to list, the latest first.
 *
 * @param state of this state only; null for all
 * @param sku with this SKU only; null for all
 * @param after the id of the last hold of the page before; null for the first page
 * @param limit 1 to 500; anything else is taken as the nearest of these
 */
public record CheckoutQuery(@Nullable CheckoutState state, @Nullable String sku, @Nullable UUID after, int limit) {

  private static final int LIMIT_MAX = 500;

  public CheckoutQuery {
    limit = Math.clamp(limit, 1, LIMIT_MAX);
  }
}
