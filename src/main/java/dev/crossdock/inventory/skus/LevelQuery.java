package dev.crossdock.inventory.skus;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which SKUs to list by what lies there.
 *
 * @param skus of these only; null for all
 * @param location counted there alone; null for all locations together
 * @param availableMost at most so many may be promised; null for any number
 * @param keptApart only those of which units are kept apart for a group
 * @param byAvailable the scarcest first; otherwise by name
 * @param after the last of the page before; null for the first page
 */
public record LevelQuery(
    @Nullable Set<String> skus, @Nullable String location, @Nullable Integer availableMost, boolean keptApart,
    boolean byAvailable, @Nullable After after, int limit) {

  /** A place in the order of a list. */
  public record After(long available, String sku) {}

  /** A SKU and what may be promised of it, as the query counts. */
  public record Found(String sku, long available) {}
}
