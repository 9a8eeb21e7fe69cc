package dev.crossdock.routing.engine;

import org.jspecify.annotations.Nullable;

/**
 * How far an order may be split. Kits and lines that must ship together stay whole whatever this says.
 *
 * @param parcelsMost at most so many parcels; 1 never splits
 * @param linesWhole a line leaves from one place or waits
 * @param worth when a parcel more is worth it; null for whenever the objective says so
 * @param consolidate bring units together by a transfer before splitting; null never does
 */
public record Split(
    int parcelsMost, boolean linesWhole, @Nullable Worth worth, @Nullable Consolidate consolidate) {

  /** More parcels than any order has. */
  public static final int ANY_NUMBER = 1_000;

  public static final Split NEVER = new Split(1, true, null, null);
  public static final Split FREELY = new Split(ANY_NUMBER, false, null, null);

  /**
   * Weighs a parcel more against time: it is made when the days it saves are worth more than it costs.
   *
   * @param parcel what one parcel more costs, minor units of the order's currency
   * @param daySaved what a day sooner is worth, minor units of the order's currency
   */
  public record Worth(long parcel, long daySaved) {}

  /**
   * Brings units together where most of them are, if they arrive in time.
   *
   * @param transferDays how long a transfer takes
   * @param waitDaysMost longer than so many days nobody waits, even where no date is promised
   */
  public record Consolidate(int transferDays, int waitDaysMost) {}
}
