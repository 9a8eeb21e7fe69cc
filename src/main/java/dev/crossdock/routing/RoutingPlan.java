package dev.crossdock.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** The same with units added that were held at checkout already. */
  RoutingPlan withHeld(List<Assignment> held) {
    Map<List<Object>, Assignment> all = new LinkedHashMap<>();
    for (Assignment a : Stream.concat(held.stream(), assignments.stream()).toList()) {
      all.merge(
          List.of(a.line(), a.location()),
          a,
          (one, other) -> new Assignment(one.line(), one.sku(), one.location(), one.units() + other.units()));
    }
    Set<String> places = all.values().stream().map(Assignment::location).collect(Collectors.toCollection(TreeSet::new));
    String taken =
        held.stream().mapToInt(Assignment::units).sum()
            + " units held at checkout are taken over at "
            + held.stream().map(Assignment::location).distinct().collect(Collectors.joining(", "))
            + ".";
    Outcome out = !missing.isEmpty() ? Outcome.PARTIAL : places.size() == 1 ? Outcome.WHOLE : Outcome.SPLIT;
    boolean nothingElse = assignments.isEmpty() && missing.isEmpty();
    return new RoutingPlan(
        out,
        "held at checkout",
        List.copyOf(all.values()),
        missing,
        candidates,
        nothingElse ? taken : taken + " The rest: " + sentence);
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
