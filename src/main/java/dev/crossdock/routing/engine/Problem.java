package dev.crossdock.routing.engine;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order and the places that can help with it, as arrays. Places are the nearest first. */
final class Problem {

  final Facts facts;
  final Scale scale;
  final List<Item> items;
  final int parcelsMost;
  private final Admission admission;

  /** Those with something of use. */
  final Place[] places;

  /** By place and SKU: what is there. */
  final long[][] stock;

  /** By place and item: pieces it could give if it gave nothing else. */
  final int[][] caps;

  /** Whether no item wants the SKU of another, so that each can be looked at alone. */
  final boolean apart;

  private Problem(Facts facts, Scale scale, Admission admission, List<Item> items, int parcelsMost, Given given) {
    this.facts = facts;
    this.admission = admission;
    this.scale = scale;
    this.items = items;
    this.parcelsMost = parcelsMost;
    this.places = given.places.toArray(Place[]::new);
    this.stock = given.stock.toArray(long[][]::new);
    this.caps = given.caps.toArray(int[][]::new);
    this.apart = Item.apart(items);
  }

  private record Given(List<Place> places, List<long[]> stock, List<int[]> caps) {}

  static Problem of(Strategy strategy, Facts facts, Admission admission) {
    Map<String, Integer> index = new HashMap<>();
    List<Item> plain = Item.of(facts.order().lines(), strategy.split(), index);
    List<Item> items = admission.limits().taking(plain, index.size());
    String[] skus = new String[index.size()];
    index.forEach((sku, i) -> skus[i] = sku);
    Given given = new Given(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Place place : admission.admitted()) {
      long[] there = there(facts, place, skus, admission.limits());
      int[] caps = caps(items, there, admission.bars(place));
      if (any(caps)) {
        given.places.add(place);
        given.stock.add(there);
        given.caps.add(caps);
      }
    }
    int parcels = Math.max(1, strategy.split().parcelsMost());
    return new Problem(facts, Scale.of(strategy, facts), admission, items, parcels, given);
  }

  private static long[] there(Facts facts, Place place, String[] skus, Limits limits) {
    long[] there = new long[skus.length + limits.count()];
    for (int sku = 0; sku < skus.length; sku++) {
      there[sku] = facts.stock().available(skus[sku], place.code());
    }
    limits.add(place, there);
    return there;
  }

  private static boolean any(int[] caps) {
    for (int cap : caps) {
      if (cap > 0) {
        return true;
      }
    }
    return false;
  }

  private static int[] caps(List<Item> items, long[] there, Bars bars) {
    int[] caps = new int[items.size()];
    for (int i = 0; i < caps.length; i++) {
      caps[i] = barred(items.get(i), bars) ? 0 : pieces(items.get(i), there, items.get(i).most());
    }
    return caps;
  }

  /** Pieces of an item that still lie there after a plan, whatever may leave in one parcel. */
  int unlimited(int place, int item, Layout plan) {
    if (barred(items.get(item), places[place])) {
      return 0;
    }
    long[] there = stock[place].clone();
    int[] given = plan.from(place);
    for (int i = 0; i < given.length; i++) {
      take(items.get(i), there, given[i]);
    }
    Limits.lift(there, admission.limits().count());
    return pieces(items.get(item), there, items.get(item).most());
  }

  /** How much leaves the place in one parcel, where that is less than it has. */
  List<Limits.Limit> limits(Place place) {
    return admission.limits().of(place);
  }

  /** Whether one of its lines may not leave from the place, and so none of what leaves with it. */
  boolean barred(Item item, Place place) {
    return barred(item, admission.bars(place));
  }

  private static boolean barred(Item item, Bars bars) {
    if (!bars.isEmpty()) {
      for (LineFacts line : item.lines()) {
        if (bars.bars(line.line())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Pieces of an item that a place gives out of this stock. */
  int pieces(int place, int item, long[] there, int wanted) {
    return caps[place][item] == 0 ? 0 : pieces(items.get(item), there, wanted);
  }

  /** Pieces of an item that this stock gives. */
  static int pieces(Item item, long[] there, int wanted) {
    int pieces = wanted;
    for (int n = 0; n < item.skus().length && pieces > 0; n++) {
      pieces = (int) Math.min(pieces, there[item.skus()[n]] / item.needs()[n]);
    }
    return Math.max(0, pieces);
  }

  static void take(Item item, long[] there, int pieces) {
    for (int n = 0; n < item.skus().length; n++) {
      there[item.skus()[n]] -= item.needs()[n] * pieces;
    }
  }

  /** All that a place can give of what is left, item by item; null when it is nothing. */
  int @Nullable [] most(int place, int[] left) {
    int[] pieces = new int[left.length];
    boolean some = false;
    long[] there = apart ? stock[place] : stock[place].clone();
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0 && caps[place][i] > 0) {
        pieces[i] = apart ? Math.min(caps[place][i], left[i]) : pieces(items.get(i), there, left[i]);
        some |= pieces[i] > 0;
        if (!apart) {
          take(items.get(i), there, pieces[i]);
        }
      }
    }
    return some ? pieces : null;
  }

  /** Whether a place has all of it at once. */
  boolean has(int place, int[] pieces) {
    if (apart) {
      for (int i = 0; i < pieces.length; i++) {
        if (pieces[i] > caps[place][i]) {
          return false;
        }
      }
      return true;
    }
    long[] there = stock[place].clone();
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] > 0) {
        if (pieces(place, i, there, pieces[i]) < pieces[i]) {
          return false;
        }
        take(items.get(i), there, pieces[i]);
      }
    }
    return true;
  }

  int units(int[] pieces) {
    int units = 0;
    for (int i = 0; i < pieces.length; i++) {
      units += pieces[i] * items.get(i).units();
    }
    return units;
  }

  int[] demand() {
    return items.stream().mapToInt(Item::most).toArray();
  }

  /** As ratings see it. */
  Parcel parcel(Place place, int[] pieces) {
    List<Parcel.Part> parts = new ArrayList<>(pieces.length);
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] > 0) {
        Item item = items.get(i);
        for (LineFacts line : item.lines()) {
          parts.add(new Parcel.Part(line, item.unitsOf(line, pieces[i])));
        }
      }
    }
    return new Parcel(place, parts);
  }

  double[] rate(int place, int[] pieces) {
    return scale.isEmpty() ? Scale.NOTHING : scale.rate(parcel(places[place], pieces), facts);
  }
}
