package dev.crossdock.inventory.groups;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units to be kept apart, given back to everybody, or passed from one group to another.
 *
 * @param from the group that gives them; null for what is free to everybody
 * @param to the group that gets them; null for everybody
 * @param locations these only; empty for all that ship
 * @param units so many; null when {@code perCent} says how many
 * @param perCent of what the giver has there now, rounded down; null when {@code units} says how many
 */
public record AllocationMove(
    @Nullable String from,
    @Nullable String to,
    String sku,
    Set<String> locations,
    @Nullable Long units,
    @Nullable Integer perCent) {

  public AllocationMove {
    locations = Set.copyOf(locations);
  }
}
