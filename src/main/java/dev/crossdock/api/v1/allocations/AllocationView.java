package dev.crossdock.api.v1.allocations;

import dev.crossdock.inventory.groups.Allocation;
import java.util.List;
import java.util.UUID;

/**
 * Units of a SKU at one location kept apart for a group.
 *
 * @param granted {@code left} and all that the group's orders took, shipped or not
 * @param left units that its orders can still take, and nobody else
 * @param version counts what was granted and taken back, from 1
 */
record AllocationView(UUID id, String group, String sku, String location, int granted, int left, int version) {

  /** Those that a request changed. */
  record Listing(List<AllocationView> items) {}

  static AllocationView of(Allocation allocation) {
    return new AllocationView(
        allocation.id(),
        allocation.group().code(),
        allocation.sku(),
        allocation.location(),
        allocation.granted(),
        allocation.left(),
        allocation.version());
  }
}
