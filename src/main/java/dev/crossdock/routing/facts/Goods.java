package dev.crossdock.routing.facts;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.Parcel.Part;
import java.util.List;
import java.util.Set;

/** What a place would ship, and what it is worth. */
public final class Goods {

  private Goods() {}

  /** All that the place could ship of the order; the whole order where it has none of it. */
  public static Parcel possible(Place place, Facts facts) {
    Coverage coverage = Coverage.of(place, facts);
    return coverage.parts().isEmpty() ? new Parcel(place, whole(facts)) : coverage.parcel();
  }

  /** What the buyer paid for it, in minor units of the order's currency; 0 where that is not known. */
  public static double paid(Parcel parcel) {
    double paid = 0;
    for (Part part : parcel.parts()) {
      paid += (double) part.line().unitPrice() * part.units();
    }
    return Math.max(0, paid);
  }

  /** Whether somebody weighed all of it; what nobody weighed counts nothing. */
  public static boolean weighed(Parcel parcel) {
    for (Part part : parcel.parts()) {
      if (part.line().item().weightGrams() == null) {
        return false;
      }
    }
    return true;
  }

  /** Whether the place has a unit of the line: it is not kept out for what it would not be asked for. */
  public static boolean has(LineFacts line, Place place, Facts facts) {
    for (Component part : line.components()) {
      if (facts.stock().available(part.sku(), place.code()) <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the names is in the other set, whatever their case. */
  public static boolean meet(Set<String> names, Set<String> others) {
    for (String name : names) {
      if (contains(others, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name is there, whatever its case. */
  public static boolean contains(Set<String> names, String name) {
    if (names.contains(name)) {
      return true;
    }
    for (String other : names) {
      if (other.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<Part> whole(Facts facts) {
    return facts.order().lines().stream().map(line -> new Part(line, line.units())).toList();
  }
}
