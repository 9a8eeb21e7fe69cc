package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.lots.LotUnits;
import java.util.List;
import java.util.Objects;

/**
 * What a count means for its level.
 *
 * @param delta units more than were known of the level, or of the lot that was counted
 * @param lots the lot, with the units by which it was wrong; empty where the level is kept without lots
 */
record LotCount(long delta, List<LotUnits> lots) {

  static LotCount of(StockBook book, StockSet set) {
    String lot = set.lot();
    if (lot == null) {
      return new LotCount(set.onHand() - book.level(set.key()).onHand(), List.of());
    }
    long delta = set.onHand() - book.lots().onHand(set.key(), lot);
    return new LotCount(delta, List.of(new LotUnits(lot, set.expiresOn(), Math.abs(delta))));
  }

  /** The lot that is named, if any. */
  static List<LotUnits> named(StockSet set) {
    return set.lot() == null
        ? List.of()
        : List.of(new LotUnits(Objects.requireNonNull(set.lot()), set.expiresOn(), 1));
  }
}
