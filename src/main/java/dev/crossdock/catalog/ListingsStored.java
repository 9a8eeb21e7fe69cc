package dev.crossdock.catalog;

import java.util.List;
import java.util.Set;

/**
 * What became of a request to store listings.
 *
 * @param unchanged items that told nothing new and wrote nothing
 * @param resolvable channel SKUs that now lead to a SKU, or to another one than before: lines stopped may go on
 */
public record ListingsStored(
    int created, int changed, int unchanged, Set<ChannelSku> resolvable, List<ItemError> errors) {}
