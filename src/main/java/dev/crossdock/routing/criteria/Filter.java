package dev.crossdock.routing.criteria;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Parcel.Part;
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

  /**
   * A fence about how much leaves in one parcel. Where an order may be split, a place that it would keep out for all
   * that it has may ship as much as one parcel may have; where it may not, the whole consignment is judged.
   */
  interface Limiting extends Filter {

    /** More than any parcel may have. */
    long TOO_MUCH = 1_000_000_000_000_000L;

    /** What a parcel from the place may have at most; null where it says nothing, or where less would not help. */
    @Nullable Long most(Place place, Facts facts);

    /** What one unit of the line adds to a parcel, at least 0; {@link #TOO_MUCH} where it may leave in none. */
    long adds(LineFacts line);

    /** A clause that follows the name of a place that ships less than it has: {@code ships at most 12000 g at once}. */
    String atMost(Place place, Facts facts);

    /** Whether so much may leave in one parcel. */
    default boolean allows(Parcel parcel, Facts facts) {
      Long most = most(parcel.place(), facts);
      double sum = 0;
      for (Part part : parcel.parts()) {
        sum += (double) adds(part.line()) * part.units();
      }
      return most == null || sum <= most;
    }
  }
}
