package dev.crossdock.routing.facts;

import dev.crossdock.inventory.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which location a channel means when it names the place at which a buyer collects: the one with that code, or else
 * that name, whatever the case. Where it names none, the only one that offers pickup.
 */
public final class PickupPlaces {

  private final List<Location> locations;
  private final Predicate<String> offersPickup;

  /**
   * Of a merchant.
   *
   * @param offersPickup whether buyers collect at the location of this code
   */
  public PickupPlaces(List<Location> locations, Predicate<String> offersPickup) {
    this.locations = List.copyOf(locations);
    this.offersPickup = offersPickup;
  }

  /** The code of the location; null where nobody can tell. */
  public @Nullable String find(@Nullable String said) {
    List<String> codes = said == null ? offering() : meant(said);
    return codes.size() == 1 ? codes.getFirst() : null;
  }

  /** What is wrong, and what would help, in sentences; null where the location is known. */
  public @Nullable String problem(@Nullable String said) {
    if (find(said) != null) {
      return null;
    }
    if (said == null) {
      return "The channel did not tell where the buyer collects, and "
          + (offering().isEmpty() ? "no location offers pickup." : "several locations offer pickup.")
          + " Pin the order to the place and release it.";
    }
    return meant(said).isEmpty()
        ? "The buyer collects at \"" + said + "\", and no location has that code or name. Name a location so, or pin"
            + " the order to the place and release it."
        : "The buyer collects at \"" + said + "\", and several locations have that name. Pin the order to the place and"
            + " release it.";
  }

  private List<String> meant(String said) {
    String wanted = plain(said);
    List<String> named = new ArrayList<>();
    for (Location location : locations) {
      if (plain(location.code()).equals(wanted)) {
        return List.of(location.code());
      }
      if (plain(location.name()).equals(wanted)) {
        named.add(location.code());
      }
    }
    return named;
  }

  private List<String> offering() {
    return locations.stream()
        .filter(Location::active)
        .map(Location::code)
        .filter(offersPickup)
        .toList();
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
