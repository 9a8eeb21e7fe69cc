package dev.crossdock.inventory.history;

import dev.crossdock.inventory.StockKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a level moved in the last while.
 *
 * @param shipped units that left to buyers
 * @param oldest when the oldest of the units that lie there came, taken that the first to come are the first to go;
 *     null when nothing lies there or the ledger does not say
 */
public record Movement(StockKey key, long shipped, @Nullable Instant oldest) {}
