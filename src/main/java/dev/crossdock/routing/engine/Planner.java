package dev.crossdock.routing.engine;

import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.engine.Planned.Missing;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the best plan for one order. More units placed are always better; then the objective; then fewer parcels,
 * smaller distance, the locations' priority and codes. A fast search gives a first plan, and an exact one proves or
 * betters it while its steps last; steps are counted and never timed, so the same facts give the same plan for ever.
 * Pure, and safe to be used by many threads.
 */
public final class Planner {

  /** Steps of the exact search; about two milliseconds. */
  static final int EXACT_STEPS = 20_000;

  /** Neighbours that the fast search looks at. */
  static final int BOUNDED_STEPS = 2_000;

  private Planner() {}

  /** The plan; whatever is known or not, it ends and throws nothing. */
  public static Planned plan(Strategy strategy, Facts facts) {
    return plan(strategy, facts, EXACT_STEPS);
  }

  /** With so many steps for the exact search; 0 leaves it out. */
  static Planned plan(Strategy strategy, Facts facts, int exactSteps) {
    Admission admission = Admission.of(strategy, facts);
    Problem problem = Problem.of(strategy, facts, admission);
    Found found = search(problem, exactSteps);
    Layout best = found.best();
    List<Missing> missing = new Lacks(problem, admission, best).missing();
    Verdicts verdicts = new Verdicts(strategy, problem, admission, best, missing);
    return new Planned(
        missing.isEmpty(),
        assignments(problem, best),
        missing,
        parcels(problem, best),
        verdicts.candidates(),
        verdicts.others(),
        Bringing.together(strategy, problem, best, missing.isEmpty()),
        new Planned.Score(best.units, Arrays.stream(best.keys).boxed().toList(), best.parcels(), best.km()),
        new Planned.Search(found.whole(), found.steps(), problem.places.length),
        verdicts.sentence());
  }

  /** A plan as numbers, and how it was found. */
  record Found(Layout best, boolean whole, int steps) {}

  /** The plan alone, without a word about it. */
  static Found search(Problem problem) {
    return search(problem, EXACT_STEPS);
  }

  private static Found search(Problem problem, int exactSteps) {
    Bounded.Result quick = Bounded.search(problem, BOUNDED_STEPS);
    Exact.Result found = Exact.search(problem, quick.best(), exactSteps);
    Layout best = problem.scale.isEmpty() ? tidied(problem, found.best()) : found.best();
    return new Found(best, found.whole(), quick.steps() + found.steps());
  }

  /** The same places with lines kept in one parcel where that is possible. */
  private static Layout tidied(Problem problem, Layout best) {
    Layout tidy = Layout.filled(problem, best.places);
    return tidy.beats(best) ? tidy : best;
  }

  private static List<Assignment> assignments(Problem problem, Layout best) {
    List<Assignment> assignments = new ArrayList<>();
    for (int n = 0; n < best.places.length; n++) {
      String location = problem.places[best.places[n]].code();
      for (Parcel.Part part : problem.parcel(problem.places[best.places[n]], best.pieces[n]).parts()) {
        LineFacts line = part.line();
        assignments.add(new Assignment(line.line(), line.sku(), location, part.units()));
      }
    }
    assignments.sort(Comparator.comparingInt(Assignment::line));
    return assignments;
  }

  private static List<Planned.ParcelScore> parcels(Problem problem, Layout best) {
    List<Planned.ParcelScore> parcels = new ArrayList<>();
    for (int n = 0; n < best.places.length; n++) {
      Parcel parcel = problem.parcel(problem.places[best.places[n]], best.pieces[n]);
      parcels.add(
          new Planned.ParcelScore(
              parcel.place().code(), parcel.units(), problem.scale.parts(problem.scale.rate(parcel, problem.facts))));
    }
    return parcels;
  }
}
