package dev.crossdock.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the stock ledger.
 *
 * @param id grows with time; the cursor of the page
 * @param actor kind and id of who did it
 * @param correlation joins it to everything else that followed from the same cause
 */
public record LedgerEntry(
    UUID id,
    StockKey key,
    int onHandDelta,
    int reservedDelta,
    StockReason reason,
    @Nullable String document,
    String actor,
    UUID correlation,
    Instant happenedAt,
    Instant recordedAt) {}
