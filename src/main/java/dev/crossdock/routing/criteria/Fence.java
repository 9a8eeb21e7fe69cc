package dev.crossdock.routing.criteria;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.PlaceProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks of a location whatever the order is. What it keeps out, the filter keeps out of every order; the
 * filter may keep out more.
 *
 * @param kinds the only ones; null for all
 * @param countries the only ones; null for all
 * @param tagged of each of these sets the location has one tag, whatever its case
 * @param untagged none of these does it have
 */
public record Fence(
    @Nullable Set<LocationKind> kinds, @Nullable Set<String> countries, List<Set<String>> tagged,
    Set<String> untagged) {

  /** It asks nothing that does not depend on the order. */
  public static final Fence NONE = new Fence(null, null, List.of(), Set.of());

  public Fence {
    tagged = List.copyOf(tagged);
    untagged = Set.copyOf(untagged);
  }

  public static Fence ofKinds(Set<LocationKind> kinds) {
    return new Fence(kinds, null, List.of(), Set.of());
  }

  public static Fence ofCountries(Set<String> countries) {
    return new Fence(null, countries, List.of(), Set.of());
  }

  /** Both. */
  public Fence and(Fence other) {
    List<Set<String>> both = new ArrayList<>(tagged);
    both.addAll(other.tagged);
    Set<String> neither = new HashSet<>(untagged);
    neither.addAll(other.untagged);
    return new Fence(common(kinds, other.kinds), common(countries, other.countries), both, neither);
  }

  /** Whether there can't be any location at all that it lets in. */
  public boolean isClosed() {
    return (kinds != null && kinds.isEmpty())
        || (countries != null && countries.isEmpty())
        || tagged.stream().anyMatch(some -> some.stream().allMatch(tag -> Goods.contains(untagged, tag)));
  }

  /** Whether a location is not kept out by what it is. */
  public boolean lets(Location location, PlaceProfile profile) {
    return (kinds == null || kinds.contains(location.kind()))
        && (countries == null || countries.contains(location.country()))
        && tagged.stream().allMatch(some -> Goods.meet(some, profile.tags()))
        && !Goods.meet(untagged, profile.tags());
  }

  private static <T> @Nullable Set<T> common(@Nullable Set<T> some, @Nullable Set<T> others) {
    if (some == null || others == null) {
      return some == null ? others : some;
    }
    Set<T> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
