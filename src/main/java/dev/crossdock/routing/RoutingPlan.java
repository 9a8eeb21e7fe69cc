package dev.crossdock.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the units of an order shall ship from, and why not from elsewhere.
 *
 * @param missing units that found no stock anywhere
 * @param sentence the choice in one sentence, as people read it
 */
public record RoutingPlan(
    Outcome outcome,
    String rule,
    List<Assignment> assignments,
    List<Missing> missing,
    List<Candidate> candidates,
    String sentence) {

  public RoutingPlan {
    assignments = List.copyOf(assignments);
    missing = List.copyOf(missing);
    candidates = List.copyOf(candidates);
  }

  /** How the plan came out. */
  public enum Outcome {
    /** One location ships everything. */
    WHOLE,
    /** Several parcels. */
    SPLIT,
    /** Some units wait for stock. */
    PARTIAL,
    /** Nothing can ship. */
    NOTHING
  }

  public record Assignment(int line, String sku, String location, int units) {}

  public record Missing(int line, String sku, int units) {}

  /** What became of a location. */
  public enum Verdict {
    CHOSEN,
    LOST,
    EXCLUDED
  }

  /**
   * A location that was considered.
   *
   * @param covers units of the order it could ship alone
   * @param reason why it won, lost or was excluded
   * @param wouldWin the smallest change that would have made it win, where one can be told
   */
  public record Candidate(
      String location,
      String name,
      String kind,
      @Nullable Double distanceKm,
      int covers,
      int of,
      Verdict verdict,
      String reason,
      @Nullable String wouldWin) {}
}
