package dev.crossdock.inventory.groups;

import java.util.UUID;

/**
 * Units of one SKU at one location kept apart for a group.
 *
 * @param granted all that was put there: {@code left}, and what the group's orders drew, shipped or not
 * @param left units that its orders can still draw, and nobody else
 * @param version counts what was granted and taken back, from 1
 */
public record Allocation(
    UUID id, AllocationGroup group, String sku, String location, int granted, int left, int version) {

  /** The same with units put there, or below zero with units taken away. */
  public Allocation plus(int units) {
    return new Allocation(id, group, sku, location, granted + units, left + units, version + 1);
  }
}
