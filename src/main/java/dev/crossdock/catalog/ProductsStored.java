package dev.crossdock.catalog;

import java.util.List;
import java.util.Set;

/**
 * What became of a request to store SKUs.
 *
 * @param unchanged items that told nothing new and wrote nothing
 * @param appeared SKUs that are new, or sold again: lines stopped for want of them may go on
 */
public record ProductsStored(int created, int changed, int unchanged, Set<String> appeared, List<ItemError> errors) {}
