package dev.crossdock.inventory.history;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.UnavailableReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the stock ledger.
 *
 * @param id grows with time; the cursor of the page
 * @param unavailable what the {@code unavailableDelta} units were blocked or freed for; null when it is zero
 * @param actor kind and id of who did it
 * @param correlation joins it to everything else that followed from the same cause
 * @param happenedAt when it happened in the world
 * @param recordedAt when we learned it
 */
public record LedgerEntry(
    UUID id,
    StockKey key,
    int onHandDelta,
    int reservedDelta,
    int unavailableDelta,
    @Nullable UnavailableReason unavailable,
    StockReason reason,
    @Nullable String document,
    String actor,
    UUID correlation,
    Instant happenedAt,
    Instant recordedAt) {}
