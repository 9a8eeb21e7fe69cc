package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.WorkingCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The smallest changes that would make a place win. Each is tried before it is told, by planning anew: a change that
 * concerns one place against the plan that there is, which no plan without that place can beat; a change of a rule with
 * all places. What does not hold when tried is not told. Trials are counted, so a decision never takes long.
 */
final class WouldWin {

  private static final int TRIALS_MAX = 60;

  /** Lines that are looked at in all trials together. */
  private static final int LINES_MAX = 2_000;

  /** Changes of a rule, which are planned with all places. */
  private static final int RULES_MAX = 3;

  private static final int PLACES_MAX = 500;
  private static final int EXACT_STEPS = 500;
  private static final int FENCES_MAX = 3;
  private static final Duration LATER_MOST = Duration.ofHours(12);

  private final Strategy strategy;
  private final Problem problem;
  private final Layout best;
  private final Alone alone;
  private int trials;
  private int rules;

  WouldWin(Strategy strategy, Problem problem, Layout best, Alone alone) {
    this.strategy = strategy;
    this.problem = problem;
    this.best = best;
    this.alone = alone;
  }

  /** In words; null where there is none that anybody could make, or that could be tried. */
  @Nullable String words(Place place, Admission.@Nullable Out out) {
    if ((trials + 1) * problem.facts.order().lines().size() > LINES_MAX) {
      return null;
    }
    Supposed in = in(place, out);
    Supposed found = in == null ? null : find(in);
    if (in == null || found == null) {
      return null;
    }
    int fences = in.words().size();
    String first = String.join(", and ", found.words().subList(0, fences));
    String rest = String.join(" and ", found.words().subList(fences, found.words().size()));
    return first.isEmpty() || rest.isEmpty() ? first + rest : first + ", and " + rest;
  }

  /** The place as it would take part; null where something keeps it out that nobody can change. */
  @Nullable Supposed in(Place place, Admission.@Nullable Out out) {
    Supposed begin = Supposed.of(strategy, problem.facts, place);
    return out == null ? begin : admitted(begin, out);
  }

  /** What all would have to be otherwise; null where there is nothing. */
  @Nullable Supposed find(Supposed in) {
    if (!in.words().isEmpty() && wins(in)) {
      return in;
    }
    List<Map<String, Integer>> lacks = alone.lacks(in.place());
    for (Map<String, Integer> units : lacks) {
      Supposed more = in.with(units);
      if (wins(more)) {
        return more;
      }
    }
    if (in.everywhere()) {
      return null;
    }
    Supposed unlimited = unlimited(in);
    if (unlimited != null && wins(unlimited)) {
      return unlimited;
    }
    Map<String, Integer> least = alone.lacksOfShipped(in.place());
    return better(least.isEmpty() ? in : in.with(least));
  }

  /** With all that it has in one parcel; null where nothing limits that, or nobody can change it. */
  private @Nullable Supposed unlimited(Supposed in) {
    Supposed now = problem.limits(in.place()).isEmpty() ? null : in;
    for (Limits.Limit limit : problem.limits(in.place())) {
      Admission.Out out = limit.out();
      String unless = out == null ? null : out.unless();
      now = now == null || out == null || unless == null ? null : fence(now, out.by(), unless);
    }
    return now;
  }

  /** How many units more would let one place of a split plan send all of it; null where that can't be told. */
  @Nullable String together(Place place) {
    Map<String, Integer> units = alone.lacksOfAll(place);
    Supposed more = Supposed.of(strategy, problem.facts, place).with(units);
    if (units.isEmpty() || !mayTryRule()) {
      return null;
    }
    Problem all = problem(more, null);
    Layout plan = Planner.search(all).best();
    boolean one = plan.parcels() == 1 && plan.units == problem.facts.order().units();
    return one && includes(all, more, plan)
        ? more.words().getFirst() + " all would leave from it in one parcel"
        : null;
  }

  /** Past all that keeps it out; null where something does that nobody can change. */
  private @Nullable Supposed admitted(Supposed begin, Admission.Out first) {
    Supposed now = begin;
    Admission.Out out = first;
    for (int n = 0; out != null && n < FENCES_MAX; n++) {
      Supposed next = past(now, out);
      if (next == null) {
        return null;
      }
      now = next;
      out = out(now);
    }
    return out == null ? now : null;
  }

  private Admission.@Nullable Out out(Supposed supposed) {
    trials++;
    List<Admission.Out> out = Admission.of(supposed.strategy(), supposed.facts(List.of())).out();
    return out.isEmpty() ? null : out.getFirst();
  }

  private @Nullable Supposed past(Supposed now, Admission.Out out) {
    String unless = out.unless();
    OrderFacts order = now.order();
    String code = now.place().code();
    if (unless == null) {
      return null;
    }
    return switch (out.by()) {
      case Admission.CLOSED -> now.with(now.place().active(), unless);
      case Admission.NOT_ASKED -> asked(now, unless);
      case Admission.PINNED -> now.with(order.steered(order.avoided(), Set.of()), true, unless);
      case Admission.TURNED_DOWN -> {
        Set<String> others = new HashSet<>(order.avoided());
        others.remove(code);
        yield now.with(order.steered(others, order.pinned()), false, unless);
      }
      case Admission.PICKUP -> now.with(order.collectedAt(code), true, unless);
      default -> fence(now, out.by(), unless);
    };
  }

  /** With exactly the places that the rule asks, and this one. */
  private static @Nullable Supposed asked(Supposed now, String unless) {
    Strategy asking = now.strategy();
    Set<String> codes = new HashSet<>(Set.of(now.place().code()));
    now.facts().places().stream()
        .filter(place -> Admission.asked(asking.candidates(), place))
        .forEach(place -> codes.add(place.code()));
    Strategy more =
        new Strategy(
            new Strategy.Candidates(Set.of(), codes, Set.of()), asking.filters(), asking.objective(), asking.split(),
            asking.otherwise());
    boolean kinds = asking.candidates().kinds().stream().anyMatch(Admission::namedOnly);
    return kinds ? null : now.with(more, false, unless);
  }

  private static @Nullable Supposed fence(Supposed now, String type, String unless) {
    for (Filter filter : now.strategy().filters()) {
      if (Admission.type(filter).equals(type)) {
        return switch (filter.change(now.place(), now.facts(null))) {
          case Filter.Change.There(Place as) -> now.with(as, unless);
          case Filter.Change.Rule(Filter other) -> now.with(filter, other, true, unless);
          case null -> now.past(filter, unless);
        };
      }
    }
    return null;
  }

  /** By less of what makes it worse than the plan. */
  private @Nullable Supposed better(Supposed in) {
    Supposed later = later(in);
    if (later != null && wins(later)) {
      return later;
    }
    double[] keys = alone.keys(in.place());
    if (Scale.compare(keys, best.keys) == 0) {
      Supposed nearer = nearer(in);
      return nearer != null && wins(nearer) ? nearer : null;
    }
    for (Lower lower : lower(in.place(), keys)) {
      Supposed less = in.less(lower.rating(), lower.amount(), lower.words());
      if (wins(less)) {
        return less;
      }
    }
    return null;
  }

  private @Nullable Supposed later(Supposed in) {
    WorkingCalendar calendar = in.place().profile().calendar();
    Duration missed = calendar == null ? null : calendar.missedBy(in.facts().now()).orElse(null);
    WorkingCalendar later =
        calendar == null || missed == null ? null : calendar.takingOrdersUntil(in.facts().now(), LATER_MOST);
    return later == null || missed == null
        ? null
        : in.with(
            in.place().with(in.place().profile().with(later)), "if its cut-off were " + Words.span(missed) + " later");
  }

  /** What comes first among equals: the way, the priority, the code. */
  private @Nullable Supposed nearer(Supposed in) {
    if (best.parcels() != 1) {
      return null;
    }
    Place winner = problem.places[best.places[0]];
    Place place = in.place();
    Double own = place.distanceKm();
    Double other = winner.distanceKm();
    if (own != null && other != null && own > other) {
      double less = Math.max(1, Math.ceil(own - other));
      return in.with(
          place.at(Math.max(0, own - less)), "if it were " + Words.km(less) + " nearer");
    }
    if (own == null && other != null) {
      return in.with(
          place.at(Math.max(0, Math.floor(other) - 1)),
          "if it were known to be nearer than " + Words.km(other));
    }
    int priority = winner.location().priority() - (place.code().compareTo(winner.code()) < 0 ? 0 : 1);
    return in.with(place.withPriority(priority), "if its priority were " + priority);
  }

  /** A rating that would have to say so much less. */
  private record Lower(int rating, double amount, String words) {}

  /** As much as makes it equal, and a little more. */
  private List<Lower> lower(Place place, double[] keys) {
    int key = alone.firstWorse(keys);
    if (key < 0) {
      return List.of();
    }
    int rating = problem.scale.ratingOf(key);
    if (problem.scale.inMoney()) {
      rating = money();
      double less = rating < 0 ? 0 : (keys[key] - best.keys[key]) / problem.scale.worth(rating);
      return rating < 0 ? List.of() : lowers(rating, less, less);
    }
    if (rating < 0) {
      return List.of();
    }
    double own = alone.scores(place)[rating];
    double band = problem.scale.band(rating);
    double equal = band > 0 ? (best.keys[key] + 1) * band : best.keys[key];
    return lowers(rating, own - equal, own - (band > 0 ? best.keys[key] * band : equal));
  }

  private List<Lower> lowers(int rating, double equal, double better) {
    Rating what = problem.scale.ratings().get(rating);
    double step =
        switch (what.unit()) {
          case MONEY, KILOMETRES, UNITS -> 1;
          case DAYS, PARCELS, POINTS -> 0.1;
        };
    List<Lower> lowers = new ArrayList<>();
    for (double less : new double[] {equal, equal + step, better + step}) {
      double amount = Math.max(1, Math.ceil(less / step - 1e-6)) * step;
      lowers.add(new Lower(rating, amount, less(what, amount)));
    }
    return lowers;
  }

  private String less(Rating rating, double less) {
    String currency = problem.facts.order().currency();
    String amount = Words.amount(less, rating.unit(), currency);
    return switch (rating.unit()) {
      case KILOMETRES -> "if it were " + amount + " nearer";
      case DAYS -> "if it were there " + amount + " sooner";
      case MONEY, UNITS, PARCELS, POINTS ->
          "if " + Words.title(rating) + " were " + amount + " lower";
    };
  }

  private int money() {
    for (int i = 0; i < problem.scale.ratings().size(); i++) {
      if (problem.scale.ratings().get(i).unit() == Rating.Unit.MONEY && problem.scale.worth(i) > 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the place is in the best plan when it is so. */
  private boolean wins(Supposed supposed) {
    trials++;
    if (trials > TRIALS_MAX || trials * problem.facts.order().lines().size() > LINES_MAX) {
      return false;
    }
    if (supposed.everywhere()) {
      if (!mayTryRule()) {
        return false;
      }
      Problem all = problem(supposed, null);
      return includes(all, supposed, Planner.search(all).best());
    }
    List<Place> chosen = new ArrayList<>();
    for (int place : best.places) {
      chosen.add(problem.places[place]);
    }
    Problem few = problem(supposed, chosen);
    Layout plan = Exact.search(few, Bounded.search(few, EXACT_STEPS).best(), EXACT_STEPS).best();
    return plan.beats(best) && includes(few, supposed, plan);
  }

  private boolean mayTryRule() {
    return ++rules <= RULES_MAX && problem.facts.places().size() <= PLACES_MAX;
  }

  private static Problem problem(Supposed supposed, @Nullable List<Place> others) {
    Facts facts = supposed.facts(others);
    return Problem.of(supposed.strategy(), facts, Admission.of(supposed.strategy(), facts));
  }

  private static boolean includes(Problem problem, Supposed supposed, Layout plan) {
    for (int place : plan.places) {
      if (problem.places[place].code().equals(supposed.place().code())) {
        return true;
      }
    }
    return false;
  }
}
