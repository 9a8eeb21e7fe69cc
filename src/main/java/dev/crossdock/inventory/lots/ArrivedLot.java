package dev.crossdock.inventory.lots;

/**
 * Units of a lot that arrived.
 *
 * @param damaged of them, not to be promised
 * @param qualityControl of them, not to be promised before somebody looked
 */
public record ArrivedLot(LotUnits lot, long damaged, long qualityControl) {

  /** All of it good. */
  public static ArrivedLot good(LotUnits lot) {
    return new ArrivedLot(lot, 0, 0);
  }
}
