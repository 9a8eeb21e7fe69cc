package dev.crossdock.inventory;

/** Limits of a quantity. */
final class Quantities {

  /** More units than anybody keeps, and far enough below the largest int that two of them can be added. */
  static final int UNITS_MAX = 1_000_000_000;

  private Quantities() {}

  static void requireUnits(int units) {
    if (units < 1 || units > UNITS_MAX) {
      throw new IllegalArgumentException("units must be 1 to " + UNITS_MAX + ", not " + units);
    }
  }
}
