package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much leaves a place in one parcel, by the fences that concern parcels. To the search a limit is one SKU more: a
 * place has so much of it, and each piece takes its share.
 */
final class Limits {

  /** More than all orders take. */
  private static final long WITHOUT = Long.MAX_VALUE / 2;

  private final List<Filter.Limiting> filters = new ArrayList<>();
  private final Map<String, List<Limit>> byPlace = new HashMap<>();

  /**
   * What a place ships at most at once.
   *
   * @param out what would keep the place out if it shipped all that it has; null where that alone is little enough
   */
  record Limit(Filter.Limiting filter, long most, Admission.@Nullable Out out) {}

  /** Whether the place may ship a part of what it has, which is noted then. */
  boolean letsSome(Filter.Limiting filter, Admission.Out out, Split split, Bars bars, Facts facts) {
    Long most = split.parcelsMost() < 2 ? null : filter.most(out.place(), facts);
    if (most == null) {
      return false;
    }
    for (Item item : Item.of(facts.order().lines(), split, new HashMap<>())) {
      if (need(item, filter) <= most && leaves(item, out.place(), bars, facts)) {
        note(out.place(), new Limit(filter, most, out));
        return true;
      }
    }
    return false;
  }

  /** Notes a limit that holds though the place stays: other lines than those it would serve first may be more. */
  void also(Filter.Limiting filter, Place place, Facts facts) {
    double sum = 0;
    for (LineFacts line : facts.order().lines()) {
      sum += (double) filter.adds(line) * line.units();
    }
    Long most = sum == 0 ? null : filter.most(place, facts);
    if (most != null && sum > most && facts.order().lines().size() > 1) {
      note(place, new Limit(filter, most, null));
    }
  }

  private void note(Place place, Limit limit) {
    if (!filters.contains(limit.filter())) {
      filters.add(limit.filter());
    }
    byPlace.computeIfAbsent(place.code(), code -> new ArrayList<>()).add(limit);
  }

  private static boolean leaves(Item item, Place place, Bars bars, Facts facts) {
    for (LineFacts line : item.lines()) {
      if (bars.bars(line.line()) || !Goods.has(line, place, facts)) {
        return false;
      }
    }
    return true;
  }

  /** Of a place. */
  List<Limit> of(Place place) {
    return byPlace.getOrDefault(place.code(), List.of());
  }

  /** How many SKUs more there are. */
  int count() {
    return filters.size();
  }

  /** The same items, each of which takes its share of what limits; {@code skus} are those before. */
  List<Item> taking(List<Item> items, int skus) {
    List<Item> taking = items;
    for (int n = 0; n < filters.size(); n++) {
      Filter.Limiting filter = filters.get(n);
      int sku = skus + n;
      taking = taking.stream().map(item -> item.needing(sku, need(item, filter))).toList();
    }
    return taking;
  }

  /** How much of what limits the place has, behind the SKUs. */
  void add(Place place, long[] there) {
    for (int n = 0; n < filters.size(); n++) {
      there[there.length - filters.size() + n] = WITHOUT;
      for (Limit limit : of(place)) {
        if (limit.filter().equals(filters.get(n))) {
          there[there.length - filters.size() + n] = limit.most();
        }
      }
    }
  }

  /** As if nothing were limited; the last of them are what limits. */
  static void lift(long[] there, int limits) {
    Arrays.fill(there, there.length - limits, there.length, WITHOUT);
  }

  /** What one piece adds to a parcel. */
  private static long need(Item item, Filter.Limiting filter) {
    double sum = 0;
    for (LineFacts line : item.lines()) {
      sum += (double) filter.adds(line) * item.unitsOf(line, 1);
    }
    return (long) Math.min(Filter.Limiting.TOO_MUCH, sum);
  }
}
