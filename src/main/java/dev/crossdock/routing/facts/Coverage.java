package dev.crossdock.routing.facts;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.Parcel.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a place could ship of an order with what lies there. Lines are served in their order, and a unit that two of
 * them want is counted once.
 *
 * @param parts of each line the units that are there; lines of which there are none are left out
 * @param covered units that could be shipped
 * @param wanted units that the order wants
 */
public record Coverage(Place place, List<Part> parts, int covered, int wanted) {

  public Coverage {
    parts = List.copyOf(parts);
  }

  public static Coverage of(Place place, Facts facts) {
    List<LineFacts> lines = facts.order().lines();
    List<Part> parts = new ArrayList<>(lines.size());
    // Only an order of several lines can want the same unit twice.
    Map<String, Integer> taken = lines.size() > 1 ? new HashMap<>() : Map.of();
    int covered = 0;
    int wanted = 0;
    for (LineFacts line : lines) {
      int units = units(line, place.code(), facts.stock(), taken);
      if (units > 0) {
        parts.add(new Part(line, units));
        served(line, units, taken, lines.size());
      }
      covered += units;
      wanted += line.units();
    }
    return new Coverage(place, parts, covered, wanted);
  }

  public int missing() {
    return wanted - covered;
  }

  /** What it could ship, as one parcel. */
  public Parcel parcel() {
    return new Parcel(place, parts);
  }

  /** How many units of a SKU all the parts together take. */
  public static Map<String, Integer> taken(List<Part> parts) {
    Map<String, Integer> taken = new HashMap<>();
    parts.forEach(part -> take(part.line(), part.units(), taken));
    return taken;
  }

  private static int units(LineFacts line, String location, StockFacts stock, Map<String, Integer> taken) {
    long units = line.units();
    for (Component component : line.components()) {
      long left = stock.available(component.sku(), location) - (long) taken.getOrDefault(component.sku(), 0);
      units = Math.min(units, Math.max(0, left) / Math.max(1, perUnit(line, component.sku())));
    }
    return Math.toIntExact(units);
  }

  /** A kit may name the same SKU twice. */
  private static long perUnit(LineFacts line, String sku) {
    long units = 0;
    for (Component component : line.components()) {
      units += component.sku().equals(sku) ? component.units() : 0;
    }
    return units;
  }

  private static void served(LineFacts line, int units, Map<String, Integer> taken, int lines) {
    if (lines > 1) {
      take(line, units, taken);
    }
  }

  private static void take(LineFacts line, int units, Map<String, Integer> taken) {
    for (Component component : line.components()) {
      long more = (long) units * component.units() + taken.getOrDefault(component.sku(), 0);
      taken.put(component.sku(), (int) Math.min(Integer.MAX_VALUE, more));
    }
  }
}
