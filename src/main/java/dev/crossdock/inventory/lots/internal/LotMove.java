package dev.crossdock.inventory.lots.internal;

/**
 * Units of a lot that one row of the ledger moved.
 *
 * @param row the row's place among those written with it
 */
public record LotMove(int row, LotKey key, int onHandDelta, int unavailableDelta) {}
