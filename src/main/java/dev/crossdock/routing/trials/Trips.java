package dev.crossdock.routing.trials;

import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceProfile.Costs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reckons what plans come to: the same for a simulated plan and for what really happened. */
public final class Trips {

  private Trips() {}

  /**
   * What these units from these places come to.
   *
   * @param delay what passes before they can leave
   */
  public static Trip of(List<Assignment> plan, Facts facts, Duration delay) {
    Facts then =
        delay.isZero()
            ? facts
            : new Facts(facts.order(), facts.places(), facts.stock(), facts.tariffs(), facts.now().plus(delay));
    Instant last = null;
    boolean late = false;
    List<Trip.Stop> stops = new ArrayList<>();
    for (Parcel parcel : parcels(plan, facts)) {
      Carriage carriage = Carriage.of(parcel, then);
      Instant there = carriage.arrives() == null ? carriage.leaves() : carriage.arrives();
      Double days = there == null ? null : (Double) Carriage.days(facts.order().placedAt(), there);
      stops.add(
          new Trip.Stop(
              parcel.place().code(), parcel.units(), cost(parcel, carriage, facts.order()), days,
              late(carriage, facts.order())));
      last = there == null || (last != null && last.isAfter(there)) ? last : there;
      late |= late(carriage, facts.order());
    }
    Double days = last == null ? null : (Double) Carriage.days(facts.order().placedAt(), last);
    return new Trip(stops, days, late);
  }

  private static List<Parcel> parcels(List<Assignment> plan, Facts facts) {
    Map<String, Place> places = new HashMap<>();
    facts.places().forEach(place -> places.put(place.code(), place));
    Map<Integer, LineFacts> lines = new HashMap<>();
    facts.order().lines().forEach(line -> lines.put(line.line(), line));
    Map<String, List<Parcel.Part>> parts = new TreeMap<>();
    for (Assignment assignment : plan) {
      LineFacts line = lines.get(assignment.line());
      if (line != null && places.containsKey(assignment.location())) {
        parts.computeIfAbsent(assignment.location(), first -> new ArrayList<>())
            .add(new Parcel.Part(line, assignment.units()));
      }
    }
    List<Parcel> parcels = new ArrayList<>();
    parts.forEach(
        (code, of) -> {
          Place place = places.get(code);
          if (place != null) {
            parcels.add(new Parcel(place, of));
          }
        });
    return parcels;
  }

  /** Work whose cost nobody told costs nothing; without postage the price is not known. */
  private static @Nullable Long cost(Parcel parcel, Carriage carriage, OrderFacts order) {
    Long postage = carriage.price();
    Costs work = parcel.place().profile().costs();
    if (postage == null) {
      return null;
    }
    return work == null || !work.currency().equals(order.currency())
        ? postage
        : (Long) (postage + work.perParcel() + work.perUnit() * parcel.units());
  }

  private static boolean late(Carriage carriage, OrderFacts order) {
    Instant leaves = carriage.leaves();
    Instant arrives = carriage.arrives();
    return (order.shipBy() != null && (leaves == null || leaves.isAfter(order.shipBy())))
        || (order.deliverBy() != null && arrives != null && arrives.isAfter(order.deliverBy()));
  }
}
