package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Rating;
import java.util.List;

/**
 * What makes one plan better than another. More units placed always is; then this; then fewer parcels, smaller
 * distance, the locations' priority and codes, so that there is always one best plan.
 */
public sealed interface Objective {

  /** One after the other: a later one counts only among plans that are equal by those before. */
  record InTurn(List<Step> steps) implements Objective {
    public InTurn {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A rating in a sequence.
   *
   * @param band scores in the same band of this width are equal; 0 takes them exactly
   */
  record Step(Rating rating, double band) {
    public Step {
      if (!(band >= 0 && band < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a band is a number of at least 0, not " + band);
      }
    }
  }

  /** All at once: the smallest sum. */
  record InMoney(List<Weight> weights) implements Objective {
    public InMoney {
      weights = List.copyOf(weights);
    }
  }

  /**
   * A rating in a sum.
   *
   * @param worth minor units of money for one of what the rating measures; 1 for a rating in money
   */
  record Weight(Rating rating, double worth) {
    public Weight {
      if (!(worth >= 0 && worth < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight is a number of at least 0, not " + worth);
      }
    }
  }
}
