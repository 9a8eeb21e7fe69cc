package dev.crossdock.routing.criteria;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;

/** A fence: keeps places out of a decision. */
public non-sealed interface Filter extends Criterion {

  /** Whether the place stays, and why; facts that are not known are named and never throw. */
  Ruling judge(Place place, Facts facts);
}
