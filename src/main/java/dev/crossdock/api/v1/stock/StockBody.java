package dev.crossdock.api.v1.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was counted: so many units of the SKU lie at the location now.
 *
 * @param lot of this lot, or serial number, where the SKU is kept by lot
 * @param expiresOn when the lot expires, where nobody has told it before
 */
record StockBody(
    @Nullable String sku,
    @Nullable String location,
    @Nullable Long onHand,
    @Nullable String lot,
    @Nullable LocalDate expiresOn) {}
