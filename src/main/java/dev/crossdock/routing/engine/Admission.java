package dev.crossdock.routing.engine;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may take part in a decision, and who is kept out by what. */
final class Admission {

  /** The nearest first; where nobody can tell, last. The order of everything that follows, whatever it was before. */
  static final Comparator<Place> NEAREST =
      Comparator.comparingDouble(Admission::km)
          .thenComparingInt(place -> place.location().priority())
          .thenComparing(Place::code);

  /** Farther than any two places on the globe, so that what can be told beats what can't. */
  private static final double UNKNOWN_KM = 50_000;

  /** What keeps places out that is no filter of the rule. */
  static final String CLOSED = "closed";

  static final String MARKETPLACE = "marketplace";
  static final String SUPPLIER = "supplier";
  static final String NOT_ASKED = "not-asked";
  static final String PINNED = "pinned";
  static final String TURNED_DOWN = "turned-down";

  /** Also the filter that says where else an order may be collected. */
  static final String PICKUP = "pickup";

  private final List<Place> admitted = new ArrayList<>();
  private final List<Out> out = new ArrayList<>();
  private final Map<String, String> unsure = new HashMap<>();
  private final Map<String, Bars> bars = new HashMap<>();
  private final Limits limits = new Limits();

  /** A place that is kept out. */
  record Out(Place place, String by, String because, @Nullable String unless) {}

  private Admission() {}

  static Admission of(Strategy strategy, Facts facts) {
    Admission admission = new Admission();
    List<Place> places = new ArrayList<>(facts.places());
    places.sort(NEAREST);
    for (Place place : places) {
      Out out = admission.judge(strategy, place, facts);
      if (out == null) {
        admission.admitted.add(place);
      } else {
        admission.out.add(out);
      }
    }
    return admission;
  }

  static double km(Place place) {
    Double km = place.distanceKm();
    return km == null ? UNKNOWN_KM : km;
  }

  /** The nearest first. */
  List<Place> admitted() {
    return admitted;
  }

  List<Out> out() {
    return out;
  }

  /** What was not known of a place that stays nevertheless, as a clause that follows its name. */
  @Nullable String unsure(Place place) {
    return unsure.get(place.code());
  }

  /** Lines that may not leave from a place that is admitted. */
  Bars bars(Place place) {
    return bars.getOrDefault(place.code(), Bars.NONE);
  }

  /** How much leaves in one parcel from places that are admitted. */
  Limits limits() {
    return limits;
  }

  private @Nullable Out judge(Strategy strategy, Place place, Facts facts) {
    Out out = before(strategy, place, facts);
    if (out != null) {
      return out;
    }
    Bars barred = Bars.of(strategy.filters(), place, facts);
    Facts left = barred.isEmpty() ? facts : barred.without(place, facts);
    for (int n = 0; n < strategy.filters().size(); n++) {
      Filter filter = strategy.filters().get(n);
      if (barred.completedBy(n)) {
        return barred(place, barred);
      }
      out = filter instanceof LineFilter ? null : judge(filter, place, left);
      if (out != null && !isOverruled(filter, out, facts) && !letsSome(strategy, filter, out, barred, left)) {
        return out;
      }
      if (out == null && filter instanceof Filter.Limiting parcels) {
        limits.also(parcels, place, left);
      }
    }
    if (barred != Bars.NONE) {
      bars.put(place.code(), barred);
      barred.clauses().forEach(clause -> unsure(place, clause));
    }
    return null;
  }

  /**
   * A person who sends an order to a place overrules the wishes of the rule. What may not leave from there does not,
   * and no parcel is heavier or worth more than it may be.
   */
  private boolean isOverruled(Filter filter, Out out, Facts facts) {
    boolean overruled = !(filter instanceof Filter.Limiting) && isSent(out.place(), facts);
    if (overruled) {
      unsure(out.place(), out.because() + ", but a person sent the order there");
    }
    return overruled;
  }

  private static boolean isSent(Place place, Facts facts) {
    return facts.order().pinned().contains(place.code());
  }

  private boolean letsSome(Strategy strategy, Filter filter, Out out, Bars barred, Facts facts) {
    if (filter instanceof Filter.Limiting parcels
        && limits.letsSome(parcels, out, strategy.split(), barred, facts)) {
      unsure(out.place(), parcels.atMost(out.place(), facts));
      return true;
    }
    return false;
  }

  private static Out barred(Place place, Bars barred) {
    Bars.Bar first = barred.first();
    return new Out(place, first.by(), first.because(), first.unless());
  }

  private @Nullable Out judge(Filter filter, Place place, Facts facts) {
    switch (filter.judge(place, facts)) {
      case Ruling.Out(String because, String unless) -> {
        return new Out(place, type(filter), because, unless);
      }
      case Ruling.Stays(String what) -> {
        if (what != null) {
          unsure(place, what);
        }
        return null;
      }
    }
  }

  private void unsure(Place place, String what) {
    unsure.merge(place.code(), what, (one, other) -> one + ", " + other);
  }

  private static @Nullable Out before(Strategy strategy, Place place, Facts facts) {
    Strategy.Candidates asked = strategy.candidates();
    LocationKind kind = place.location().kind();
    if (!place.location().active()) {
      return new Out(place, CLOSED, "is not active", "if it were active");
    }
    if (namedOnly(kind) && !asked.kinds().contains(kind)) {
      return new Out(place, MARKETPLACE, "ships only what its marketplace sells", null);
    }
    if (!asked(asked, place) && !isSent(place, facts)) {
      return new Out(place, NOT_ASKED, "is not among those that the rule asks", "if the rule asked it");
    }
    Set<String> pinned = facts.order().pinned();
    if (!pinned.isEmpty() && !pinned.contains(place.code())) {
      return new Out(place, PINNED, "is not where a person sent the order", "if the order were not pinned");
    }
    String collected = facts.order().pickupAt();
    if (collected != null && pinned.isEmpty() && !collected.equals(place.code()) && !rulesPickup(strategy)) {
      return new Out(
          place, PICKUP, "is not " + collected + ", where the buyer collects", "if the buyer collected there");
    }
    if (facts.order().avoided().contains(place.code())) {
      return new Out(place, TURNED_DOWN, "has turned this order down", "if it had not turned the order down");
    }
    return null;
  }

  /** Whether the rule itself says where an order for pickup may come from. */
  private static boolean rulesPickup(Strategy strategy) {
    return strategy.filters().stream().anyMatch(filter -> type(filter).equals(PICKUP));
  }

  /** Whether a kind takes part only where a rule names it. */
  static boolean namedOnly(LocationKind kind) {
    return kind == LocationKind.MARKETPLACE;
  }

  static boolean asked(Strategy.Candidates asked, Place place) {
    return (asked.kinds().isEmpty() || asked.kinds().contains(place.location().kind()))
        && (asked.codes().isEmpty() || asked.codes().contains(place.code()))
        && (asked.tags().isEmpty() || place.profile().tags().stream().anyMatch(asked.tags()::contains));
  }

  /** How policies name a criterion. */
  static String type(Object criterion) {
    Kind kind = criterion.getClass().getAnnotation(Kind.class);
    return kind == null ? criterion.getClass().getSimpleName() : kind.type();
  }
}
