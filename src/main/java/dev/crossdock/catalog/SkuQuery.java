package dev.crossdock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which SKUs to list, in their order.
 *
 * @param text part of a SKU or title, or a whole barcode; null for all
 * @param after the last SKU of the page before; null for the first page
 * @param limit 1 to 500; anything else is taken as the nearest of these
 */
public record SkuQuery(@Nullable String text, @Nullable String after, int limit) {

  static final int LIMIT_MAX = 500;

  public SkuQuery {
    limit = Math.clamp(limit, 1, LIMIT_MAX);
  }
}
