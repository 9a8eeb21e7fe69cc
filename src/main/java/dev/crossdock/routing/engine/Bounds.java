package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Rating;

/** What a plan that has begun can become at best, given that the places before a certain one are decided on. */
final class Bounds {

  private final Problem problem;

  /** By place and item: pieces that this place and those after it have. */
  private final int[][] later;

  /** By place: units that the best of this place and those after it gives alone. */
  private final int[] mostUnits;

  /** By place and rating: the least that any parcel from this place or those after it scores. */
  private final double[][] least;

  Bounds(Problem problem, Parcels parcels) {
    this.problem = problem;
    int places = problem.places.length;
    int items = problem.items.size();
    int ratings = problem.scale.none().length;
    this.later = new int[places + 1][items];
    this.mostUnits = new int[places + 1];
    this.least = new double[places + 1][ratings];
    for (int r = 0; r < ratings; r++) {
      least[places][r] = Double.MAX_VALUE;
    }
    for (int place = places - 1; place >= 0; place--) {
      for (int i = 0; i < items; i++) {
        later[place][i] = Math.min(problem.items.get(i).most(), later[place + 1][i] + problem.caps[place][i]);
      }
      mostUnits[place] = Math.max(mostUnits[place + 1], problem.units(problem.caps[place]));
      for (int r = 0; r < ratings; r++) {
        least[place][r] = Math.min(least[place + 1][r], parcels.least(place, r));
      }
    }
  }

  /** Whether the plan, with parcels from this place or those after it, may become better than the best. */
  boolean mayBeat(Layout best, Exact.State state, int place) {
    int reach = state.units() + reach(state, place);
    if (reach != best.units) {
      return reach > best.units;
    }
    if (reach == state.units()) {
      return false;
    }
    int more = (best.units - state.units() + mostUnits[place] - 1) / mostUnits[place];
    int order = Scale.compare(problem.scale.keys(totals(state, place, more), state.parcels() + more), best.keys);
    order = order != 0 ? order : Integer.compare(state.parcels() + more, best.parcels());
    double km = state.km() + more * Admission.km(problem.places[place]);
    return order < 0 || (order == 0 && km <= best.km());
  }

  /** Whether the plan as it is may be better than the best. */
  boolean maySettle(Layout best, Exact.State state) {
    if (state.units() != best.units) {
      return state.units() > best.units;
    }
    int order = Scale.compare(problem.scale.keys(state.totals(), state.parcels()), best.keys);
    order = order != 0 ? order : Integer.compare(state.parcels(), best.parcels());
    return order < 0 || (order == 0 && state.km() <= best.km());
  }

  private int reach(Exact.State state, int place) {
    int parcels = Math.min(problem.parcelsMost, problem.places.length) - state.parcels();
    int units = 0;
    for (int i = 0; i < state.left().length; i++) {
      units += Math.min(state.left()[i], later[place][i]) * problem.items.get(i).units();
    }
    return (int) Math.min(units, (long) parcels * mostUnits[place]);
  }

  private double[] totals(Exact.State state, int place, int more) {
    double[] totals = state.totals().clone();
    for (int r = 0; r < totals.length; r++) {
      totals[r] =
          problem.scale.ratings().get(r).over() == Rating.Over.SUM
              ? totals[r] + more * least[place][r]
              : Math.max(totals[r], least[place][r]);
    }
    return totals;
  }
}
