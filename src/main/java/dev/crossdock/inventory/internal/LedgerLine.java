package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One change of a level, about to be written to the ledger. */
record LedgerLine(
    StockKey key,
    int onHandDelta,
    int reservedDelta,
    StockReason reason,
    @Nullable String document,
    Instant happenedAt) {}
