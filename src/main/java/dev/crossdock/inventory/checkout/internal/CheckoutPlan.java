package dev.crossdock.inventory.checkout.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutInput;
import dev.crossdock.inventory.promising.Kits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where the units of a hold shall be taken from: each line from one location if one has it all, else from several in
 * the order of their priorities. A kit's parts come from the same location. Pure; lines share what there is, so two
 * kits with a part in common can't take it twice.
 */
public final class CheckoutPlan {

  private final Map<String, List<Kits.Part>> kits;
  private final Map<StockKey, Integer> left = new HashMap<>();
  private final List<Location> places;
  private final List<CheckoutHold.Part> placed = new ArrayList<>();
  private final List<ItemError> lacks = new ArrayList<>();

  private CheckoutPlan(Map<String, List<Kits.Part>> kits, StockView view) {
    this.kits = kits;
    Map<String, Location> found = new TreeMap<>();
    view.levels()
        .forEach(
            (sku, levels) -> {
              for (StockAt level : levels) {
                left.put(new StockKey(sku, level.location().code()), level.available());
                found.put(level.location().code(), level.location());
              }
            });
    this.places =
        found.values().stream()
            .filter(location -> location.active() && location.kind() != LocationKind.MARKETPLACE)
            .sorted(Comparator.comparingInt(Location::priority).thenComparing(Location::code))
            .toList();
  }

  /** The plan for this input over this stock; {@link #lacks} tells whether there is one. */
  public static CheckoutPlan of(CheckoutInput input, Map<String, List<Kits.Part>> kits, StockView view) {
    CheckoutPlan plan = new CheckoutPlan(kits, view);
    for (int i = 0; i < input.lines().size(); i++) {
      plan.place(i, input.lines().get(i));
    }
    return plan;
  }

  /** Lines that can't be held, with what could be; empty when all can. */
  public List<ItemError> lacks() {
    return List.copyOf(lacks);
  }

  /** Units as they are sold, line by line. */
  public List<CheckoutHold.Part> placed() {
    return List.copyOf(placed);
  }

  /** Units of stock, the parts of kits each by itself. */
  public List<Reservation> reservations(UUID hold) {
    List<Reservation> reservations = new ArrayList<>();
    for (CheckoutHold.Part part : placed) {
      for (Kits.Part piece : parts(part.sku())) {
        reservations.add(
            new Reservation(hold, part.line(), piece.sku(), part.location(), part.units() * piece.units()));
      }
    }
    return reservations;
  }

  private void place(int index, CheckoutInput.Line line) {
    int wanted = Math.toIntExact(line.units());
    List<Location> candidates =
        places.stream().filter(place -> line.location() == null || line.location().equals(place.code())).toList();
    List<Location> ordered =
        candidates.stream()
            .sorted(Comparator.comparing((Location place) -> fits(line.sku(), place.code(), wanted) < wanted))
            .toList();
    int open = wanted;
    for (Location place : ordered) {
      int units = fits(line.sku(), place.code(), open);
      if (units > 0) {
        parts(line.sku()).forEach(part -> take(part, place.code(), units));
        placed.add(new CheckoutHold.Part(index + 1, line.sku(), place.code(), units));
        open -= units;
      }
    }
    if (open > 0) {
      lacks.add(
          new ItemError(
              0, "lines[" + index + "].units", "short", "Only " + (wanted - open) + " units can be reserved."));
    }
  }

  private int fits(String sku, String location, int wanted) {
    int units = wanted;
    for (Kits.Part part : parts(sku)) {
      units = Math.min(units, left.getOrDefault(new StockKey(part.sku(), location), 0) / part.units());
    }
    return units;
  }

  private void take(Kits.Part part, String location, int units) {
    left.merge(new StockKey(part.sku(), location), -units * part.units(), Integer::sum);
  }

  private List<Kits.Part> parts(String sku) {
    return kits.getOrDefault(sku, List.of());
  }
}
