package dev.crossdock.routing.tryout;

import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.trials.Trip;
import dev.crossdock.routing.trials.Trips;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a way of sending an order comes to, by the same reckoning for every policy.
 *
 * @param cost postage and work in minor units of the order's currency; null where it is not known
 * @param days until the last parcel is there; null where nothing leaves
 * @param late whether a promised date is not kept
 */
public record Outlay(int parcels, @Nullable Long cost, @Nullable Double days, boolean late) {

  /** What these units come to on these facts; units of lines that the facts do not have are left out. */
  public static Outlay of(List<Assignment> plan, Facts facts) {
    List<Planned.Assignment> units =
        plan.stream().map(a -> new Planned.Assignment(a.line(), a.sku(), a.location(), a.units())).toList();
    Trip trip = Trips.of(units, facts, Duration.ZERO);
    long cost = 0;
    boolean known = !trip.stops().isEmpty();
    for (Trip.Stop stop : trip.stops()) {
      Long part = stop.cost();
      known &= part != null;
      cost += part == null ? 0 : part;
    }
    return new Outlay(trip.stops().size(), known ? (Long) cost : null, trip.days(), trip.late());
  }
}
