package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.lots.LotUnits;
import java.util.List;

/**
 * What must have been there of one line at the instant of counting.
 *
 * @param lots the same by lot, where the SKU asks for lots; below zero where more had left by then than had come
 */
public record There(long units, List<LotUnits> lots) {

  /** Nothing. */
  public static final There NOTHING = new There(0, List.of());

  public There {
    lots = List.copyOf(lots);
  }

  /** Of a SKU without lots. */
  public static There of(long units) {
    return new There(units, List.of());
  }

  /** Of a SKU with lots. */
  public static There of(List<LotUnits> lots) {
    return new There(LotUnits.sum(lots), lots);
  }
}
