package dev.crossdock.fulfilment.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fulfilment order as it shall stand; units are of components. */
public record WorkRow(
    UUID id,
    UUID order,
    String orderNumber,
    String location,
    String work,
    @Nullable Instant shipBy,
    Map<Item, Integer> units) {

  /** What to pick for which line. */
  public record Item(int line, String sku) {}
}
