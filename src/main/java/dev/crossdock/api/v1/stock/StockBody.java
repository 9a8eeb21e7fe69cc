package dev.crossdock.api.v1.stock;

import org.jspecify.annotations.Nullable;

/** What was counted: so many units of the SKU lie at the location now. */
record StockBody(@Nullable String sku, @Nullable String location, @Nullable Long onHand) {}
