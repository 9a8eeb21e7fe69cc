package dev.crossdock.inventory;

import java.util.List;
import java.util.Set;

/**
 * What counts or adjustments did.
 *
 * @param changed levels that differ now
 * @param unchanged items that told nothing new and wrote nothing
 * @param rose levels with more to promise than before: orders that were short may go on
 * @param shortfalls levels, among the changed, with more promised than lies there: their orders need another location
 */
public record StockChange(
    int changed, int unchanged, Set<StockKey> rose, Set<StockKey> shortfalls, List<ItemError> errors) {}
