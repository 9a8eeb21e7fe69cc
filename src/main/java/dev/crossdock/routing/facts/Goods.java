package dev.crossdock.routing.facts;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.Parcel.Part;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * What it cost, as stock is valued.
   *
   * @param amount minor units of the order's currency; what is not known counts nothing
   * @param unknown a clause that follows the place's name; null where all is known
   */
  public record Cost(double amount, @Nullable String unknown) {}

  /** What the goods of a parcel cost. */
  public static Cost cost(Parcel parcel, Facts facts) {
    double amount = 0;
    String unknown = null;
    for (Part part : parcel.parts()) {
      for (Component component : part.line().components()) {
        StockFacts.Cost each = facts.stock().cost(component.sku());
        if (each == null) {
          unknown = unknown == null ? "would ship " + component.sku() + ", of which nobody knows the cost" : unknown;
        } else if (!each.currency().equals(facts.order().currency())) {
          String foreign = "would ship " + component.sku() + ", which has its cost in " + each.currency();
          unknown = unknown == null ? foreign : unknown;
        } else {
          amount += (double) each.minor() * component.units() * part.units();
        }
      }
    }
    return new Cost(Math.max(0, amount), unknown);
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
