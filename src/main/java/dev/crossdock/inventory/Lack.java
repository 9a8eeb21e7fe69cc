package dev.crossdock.inventory;

/**
 * A level that cannot keep what was asked of it.
 *
 * @param wanted all units the request wanted of this level together
 * @param available units that could be promised when the level was looked at under its lock; never below zero
 */
public record Lack(StockKey key, long wanted, int available) {}
