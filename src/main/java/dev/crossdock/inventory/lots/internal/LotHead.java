package dev.crossdock.inventory.lots.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot wherever it lies.
 *
 * @param lot empty for units whose lot nobody has told
 * @param firstAt when the first of it came
 */
public record LotHead(
    String sku, String lot, @Nullable LocalDate expiresOn, boolean serial, Instant firstAt) {}
