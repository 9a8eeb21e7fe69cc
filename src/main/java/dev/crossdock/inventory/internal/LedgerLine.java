package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.receiving.UnitCost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a level, about to be written to the ledger.
 *
 * @param lots the lots it is told to move; those that it moves where nothing is told follow from the levels
 */
record LedgerLine(
    StockKey key,
    int onHandDelta,
    int reservedDelta,
    int unavailableDelta,
    @Nullable UnavailableReason unavailable,
    StockReason reason,
    @Nullable String document,
    Instant happenedAt,
    List<LotUnits> lots,
    @Nullable UnitCost cost) {

  /** A change that leaves what is unavailable as it was. */
  LedgerLine(
      StockKey key,
      int onHandDelta,
      int reservedDelta,
      StockReason reason,
      @Nullable String document,
      Instant happenedAt) {
    this(key, onHandDelta, reservedDelta, 0, null, reason, document, happenedAt, List.of(), null);
  }

  LedgerLine lots(List<LotUnits> named) {
    return new LedgerLine(
        key, onHandDelta, reservedDelta, unavailableDelta, unavailable, reason, document, happenedAt, named, cost);
  }

  LedgerLine cost(@Nullable UnitCost unit) {
    return new LedgerLine(
        key, onHandDelta, reservedDelta, unavailableDelta, unavailable, reason, document, happenedAt, lots, unit);
  }

  static LedgerLine of(Blocking blocking) {
    int units = Math.toIntExact(blocking.units());
    StockReason reason = units > 0 ? StockReason.BLOCKED : StockReason.FREED;
    return new LedgerLine(
        blocking.key(), 0, 0, units, blocking.reason(), reason, blocking.document(), blocking.happenedAt(),
        blocking.lots(), null);
  }
}
