package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.crossdock.orders.Buckets;

/** Where the units of a line, or of a whole order, are: exclusive counts that add up to what was ordered. */
record UnitsView(
    int unplaced,
    int backordered,
    int preordered,
    int reserved,
    int allocated,
    int shipped,
    int cancelled,
    @JsonProperty("short") int shortUnits) {

  static UnitsView of(Buckets buckets) {
    return new UnitsView(
        buckets.unplaced(),
        buckets.backordered(),
        buckets.preordered(),
        buckets.reserved(),
        buckets.allocated(),
        buckets.shipped(),
        buckets.cancelled(),
        buckets.shortUnits());
  }
}
