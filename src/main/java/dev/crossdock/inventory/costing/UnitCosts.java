package dev.crossdock.inventory.costing;

import dev.crossdock.inventory.costing.internal.UnitCostStore;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What the next unit of a SKU will have cost when it is sold: that of the oldest arrival under FIFO, else the average.
 * Nobody knows it of a SKU that is not valued, of which nothing is there, or while an arrival's cost is not told.
 */
public final class UnitCosts {

  private final UnitCostStore store = new UnitCostStore();

  /** Of these SKUs, in one statement; those of which it is not known are absent. */
  public Map<String, UnitCost> of(Tx tx, Set<String> skus) {
    return skus.isEmpty() ? Map.of() : store.of(tx, skus);
  }

  /**
   * What a unit cost at an instant as it was known then: the average of all that lay there, under FIFO too, for the
   * layers of that time are gone.
   */
  public Map<String, UnitCost> then(Tx tx, Set<String> skus, Instant at) {
    return skus.isEmpty() ? Map.of() : store.then(tx, skus, at);
  }
}
