package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.StockKey;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units on their way to a level.
 *
 * @param line of the document
 * @param expectedOn when they should be there; null when nobody said
 */
public record IncomingUnits(
    StockKey key, IncomingKind kind, UUID document, int line, int units, @Nullable LocalDate expectedOn) {}
