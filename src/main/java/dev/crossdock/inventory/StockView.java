package dev.crossdock.inventory;

import java.util.List;
import java.util.Map;

/** The stock of some SKUs at one instant, by SKU, each in the order of location codes. */
public record StockView(Map<String, List<StockAt>> levels) {

  /** Where this SKU has a level; empty when nothing was ever counted. */
  public List<StockAt> of(String sku) {
    return levels.getOrDefault(sku, List.of());
  }

  /**
   * Available to promise over all active locations. A location whose count fell below what is promised
   * or blocked there takes from the others, because they
   * will have to keep those promises. Never below zero.
   */
  public long availableToPromise(String sku) {
    long units = 0;
    for (StockAt level : of(sku)) {
      if (level.location().active()) {
        units += (long) level.onHand() - level.reserved() - level.unavailable();
      }
    }
    return Math.max(0, units);
  }

  /**
   * How often a kit may be promised, over all active locations: as often as its scarcest component allows.
   *
   * @param components units of each component in one kit; at least one
   */
  public long kitsToPromise(Map<String, Integer> components) {
    return components.entrySet().stream()
        .mapToLong(part -> availableToPromise(part.getKey()) / part.getValue())
        .min()
        .orElse(0);
  }
}
