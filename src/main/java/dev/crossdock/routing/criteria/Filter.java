package dev.crossdock.routing.criteria;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import org.jspecify.annotations.Nullable;

/** A fence: keeps places out of a decision. */
public non-sealed interface Filter extends Criterion {

  /** Whether the place stays, and why; facts that are not known are named and never throw. */
  Ruling judge(Place place, Facts facts);

  /**
   * What would let in a place that is out, as something that can be tried: as much as its {@code unless} says. Null
   * where only words can say it; then it is tried as if the fence did not concern the place.
   */
  default @Nullable Change change(Place place, Facts facts) {
    return null;
  }

  /** A change of facts or of a rule. */
  sealed interface Change {

    /** The place as it would be. */
    record There(Place place) implements Change {}

    /** The fence as it would be, for all places. */
    record Rule(Filter filter) implements Change {}
  }

  /** What it asks of a location whatever the order is, so that contradictions are found before an order meets them. */
  default Fence fence() {
    return Fence.NONE;
  }
}
