package dev.crossdock.inventory;

import java.util.List;

/** Not enough at some levels: nothing was changed at any of them, the caller plans again. */
public record Lacking(List<Lack> lacks) implements ReserveOutcome, MoveOutcome {

  /**
   * A level that cannot keep what was asked of it.
   *
   * @param wanted all units the request wanted of this level together
   * @param available units that could be promised when the level was looked at under its lock; never below zero
   */
  public record Lack(StockKey key, long wanted, int available) {}
}
