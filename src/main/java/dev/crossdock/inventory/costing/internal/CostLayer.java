package dev.crossdock.inventory.costing.internal;

import java.time.Instant;
import java.util.UUID;

/** What is left of one arrival. */
public record CostLayer(String sku, UUID id, long units, long value, Instant since) {

  CostLayer with(long leftUnits, long leftValue) {
    return new CostLayer(sku, id, leftUnits, leftValue, since);
  }
}
