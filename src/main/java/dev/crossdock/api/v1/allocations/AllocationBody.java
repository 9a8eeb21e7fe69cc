package dev.crossdock.api.v1.allocations;

import dev.crossdock.inventory.groups.AllocationMove;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Units to be kept apart, given back, or passed from one group to another.
 *
 * @param from the group that gives them; what is free to everybody, when it is absent
 * @param to the group that gets them; everybody, when it is absent
 * @param locations all that ship, when it is absent
 * @param perCent of what the giver has there now; given in place of units
 */
record AllocationBody(
    @Nullable String from,
    @Nullable String to,
    @Nullable String sku,
    @Nullable List<@Nullable String> locations,
    @Nullable Long units,
    @Nullable Integer perCent) {

  AllocationMove move() {
    List<@Nullable String> places = locations == null ? List.of() : locations;
    Set<String> named =
        places.stream()
            .map(place -> Objects.requireNonNullElse(place, ""))
            .collect(Collectors.toSet());
    return new AllocationMove(from, to, Objects.requireNonNullElse(sku, ""), named, units, perCent);
  }
}
