package dev.crossdock.console.kit;

import java.util.Locale;

/** Writes numbers of units. */
public final class Units {

  private Units() {}

  /** With a comma between thousands. */
  public static String grouped(long units) {
    return String.format(Locale.ROOT, "%,d", units);
  }

  /** With the word. */
  public static String words(long units) {
    return grouped(units) + (units == 1 ? " unit" : " units");
  }

  /** A difference with its sign; empty for none. */
  public static String signed(long units) {
    return units == 0 ? "" : units > 0 ? "+" + grouped(units) : "\u2212" + grouped(-units);
  }
}
