package dev.crossdock.api.v1.catalog;

/**
 * What a request to store did.
 *
 * @param unchanged items that told nothing new
 * @param ordersFreed orders that waited for one of these and go on now
 */
record Stored(int created, int changed, int unchanged, int ordersFreed) {}
