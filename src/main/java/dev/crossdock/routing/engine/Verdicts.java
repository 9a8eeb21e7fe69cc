package dev.crossdock.routing.engine;

import dev.crossdock.routing.engine.Planned.Candidate;
import dev.crossdock.routing.engine.Planned.Missing;
import dev.crossdock.routing.engine.Planned.Verdict;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a plan into words: for each place that tells something why it won or lost, and the choice in one sentence. */
final class Verdicts {

  /** So many that lost, and as many that were kept out, are told one by one; the others are counted. */
  static final int TOLD_MAX = 12;

  /**
   * Of those that lost, and as many of those kept out, the smallest change that would make them win is tried and told:
   * of the ones with most of the order, and of these the nearest. Each trial is a plan of its own.
   */
  static final int TRIED_MAX = 3;

  /** Of those kept out, only the nearest are looked at closely. */
  private static final int LOOKED_AT_MAX = 500;

  private final Problem problem;
  private final Admission admission;
  private final Layout best;
  private final List<Missing> missing;
  private final Alone alone;
  private final WouldWin wouldWin;
  private final int of;
  private final List<Seen> told;
  private final Set<String> tried = new HashSet<>();

  Verdicts(Strategy strategy, Problem problem, Admission admission, Layout best, List<Missing> missing) {
    this.problem = problem;
    this.admission = admission;
    this.best = best;
    this.missing = missing;
    this.alone = new Alone(problem, best);
    this.wouldWin = new WouldWin(strategy, problem, best, alone);
    this.of = problem.facts.order().units();
    this.told = told();
  }

  private record Seen(Place place, int covers, Admission.@Nullable Out out) {}

  /** The nearest first. */
  List<Candidate> candidates() {
    return told.stream()
        .sorted(Comparator.comparing(Seen::place, Admission.NEAREST))
        .map(this::candidate)
        .toList();
  }

  /** Whoever is not told one by one, by what kept it out. */
  Map<String, Integer> others() {
    Map<String, Integer> others = new HashMap<>();
    if (told.size() == admission.admitted().size() + admission.out().size()) {
      return others;
    }
    Set<String> codes = told.stream().map(seen -> seen.place().code()).collect(Collectors.toSet());
    admission.admitted().stream()
        .filter(place -> !codes.contains(place.code()))
        .forEach(place -> others.merge(Planned.LOST, 1, Integer::sum));
    admission.out().stream()
        .filter(out -> !codes.contains(out.place().code()))
        .forEach(out -> others.merge(out.by(), 1, Integer::sum));
    return others;
  }

  private List<Seen> told() {
    List<Seen> told = new ArrayList<>();
    Set<String> chosen = new HashSet<>();
    for (int place : best.places) {
      chosen.add(problem.places[place].code());
      told.add(new Seen(problem.places[place], alone.covers(problem.places[place]), null));
    }
    List<Place> lost = admission.admitted().stream().filter(place -> !chosen.contains(place.code())).toList();
    told.addAll(most(lost.size() > LOOKED_AT_MAX ? useful(lost) : lost, null));
    Map<String, Admission.Out> outs = new HashMap<>();
    List<Place> kept =
        admission.out().stream()
            .limit(LOOKED_AT_MAX)
            .peek(out -> outs.put(out.place().code(), out))
            .map(Admission.Out::place)
            .toList();
    told.addAll(most(kept, outs));
    return told;
  }

  private List<Place> useful(List<Place> lost) {
    Set<String> codes = new HashSet<>();
    for (int n = 0; n < Math.min(LOOKED_AT_MAX, problem.places.length); n++) {
      codes.add(problem.places[n].code());
    }
    return lost.stream().filter(place -> codes.contains(place.code())).toList();
  }

  /** Those that have most of the order. */
  private List<Seen> most(List<Place> places, @Nullable Map<String, Admission.Out> outs) {
    if (places.isEmpty()) {
      return List.of();
    }
    List<Seen> most =
        places.stream()
            .map(place -> new Seen(place, alone.covers(place), outs == null ? null : outs.get(place.code())))
            .sorted(Comparator.comparing(Seen::covers).reversed().thenComparing(Seen::place, Admission.NEAREST))
            .limit(TOLD_MAX)
            .toList();
    most.stream().limit(TRIED_MAX).forEach(seen -> tried.add(seen.place().code()));
    return most;
  }

  private Candidate candidate(Seen seen) {
    Admission.Out out = seen.out();
    if (out != null) {
      return candidate(seen, Verdict.EXCLUDED, out.because(), unless(seen, out));
    }
    if (isChosen(seen.place())) {
      return candidate(seen, Verdict.CHOSEN, won(seen), together(seen.place()));
    }
    return candidate(seen, Verdict.LOST, lost(seen), unless(seen, null));
  }

  private boolean isChosen(Place place) {
    for (int chosen : best.places) {
      if (problem.places[chosen].code().equals(place.code())) {
        return true;
      }
    }
    return false;
  }

  private Candidate candidate(Seen seen, Verdict verdict, String reason, @Nullable String wouldWin) {
    Place place = seen.place();
    Double km = place.distanceKm();
    String unsure = admission.unsure(place);
    return new Candidate(
        place.code(), place.name(), place.location().kind(), km == null ? null : Math.round(km * 10) / 10.0,
        seen.covers(), of, verdict, seen.out() == null ? null : seen.out().by(),
        unsure == null ? reason : reason + "; " + unsure, alone.parts(place), wouldWin);
  }

  private @Nullable String unless(Seen seen, Admission.@Nullable Out out) {
    boolean hopeless = best.parcels() == 0 && (out == null || seen.covers() == 0);
    return hopeless || !tried.contains(seen.place().code()) ? null : wouldWin.words(seen.place(), out);
  }

  /** Of the places of a split plan, only the one that lacks least tells what it would take to send all of it. */
  private @Nullable String together(Place place) {
    if (best.parcels() < 2 || best.parcels() > TOLD_MAX || !missing.isEmpty()) {
      return null;
    }
    int least = best.places[0];
    for (int chosen : best.places) {
      least = lacks(problem.places[chosen]) < lacks(problem.places[least]) ? chosen : least;
    }
    return problem.places[least].code().equals(place.code()) ? wouldWin.together(place) : null;
  }

  private int lacks(Place place) {
    return alone.lacksOfAll(place).values().stream().mapToInt(Integer::intValue).sum();
  }

  private String won(Seen seen) {
    Double km = seen.place().distanceKm();
    String why = alone.because(seen.place());
    String away = km == null ? "" : ", " + Words.km(km) + " away";
    return has(seen.place()) + seen.covers() + " of " + Words.units(of) + away + (why.isEmpty() ? "" : "; " + why);
  }

  private String lost(Seen seen) {
    if (seen.covers() == 0) {
      return problem.limits(seen.place()).isEmpty() ? "has none of the units" : "may ship none of the units";
    }
    if (seen.covers() < best.units) {
      return best.parcels() == 1
          ? has(seen.place()) + "only " + seen.covers() + " of " + Words.units(of)
          : "would need more parcels or a longer way";
    }
    return (seen.covers() == of ? "has everything, but " : "has as much, but ") + alone.worse(seen.place());
  }

  private String has(Place place) {
    return problem.limits(place).isEmpty() ? "has " : "may ship ";
  }

  /** The choice in one sentence. */
  String sentence() {
    List<String> names = new ArrayList<>();
    for (int place : best.places) {
      names.add(problem.places[place].name());
    }
    String places = String.join(" and ", names);
    if (names.isEmpty()) {
      return "Nowhere yet: " + lacks() + ".";
    }
    if (!missing.isEmpty()) {
      return places + " ship" + (names.size() == 1 ? "s" : "") + " what there is; " + lacks() + ".";
    }
    if (names.size() > 1) {
      return places + " together, because " + (anyHasAll()
          ? "that is better than one parcel." : "no single location " + hasAll() + Words.units(of) + ".");
    }
    return places + ", because it has " + (of == 1 ? "the one unit" : "all " + of + " units") + best() + ".";
  }

  private String hasAll() {
    for (Place place : problem.places) {
      if (!problem.limits(place).isEmpty()) {
        return "may ship all ";
      }
    }
    return "has all ";
  }

  private boolean anyHasAll() {
    for (int place = 0; place < problem.places.length; place++) {
      if (problem.has(place, problem.demand())) {
        return true;
      }
    }
    return false;
  }

  private String best() {
    Place place = problem.places[best.places[0]];
    String why = alone.because(place);
    Double km = place.distanceKm();
    if (!why.isEmpty()) {
      return " and, best of all, " + why;
    }
    return km == null ? "" : " and is the nearest that does (" + Words.km(km) + ")";
  }

  private String lacks() {
    Map<Planned.Lack, List<Missing>> by =
        missing.stream().collect(Collectors.groupingBy(Missing::lack, TreeMap::new, Collectors.toList()));
    return by.entrySet().stream()
        .map(
            e ->
                e.getValue().stream()
                        .limit(TOLD_MAX)
                        .map(m -> m.units() + " × " + m.sku())
                        .collect(Collectors.joining(", "))
                    + (e.getValue().size() > TOLD_MAX ? " and more" : "")
                    + " "
                    + e.getKey().words())
        .collect(Collectors.joining("; "));
  }
}
