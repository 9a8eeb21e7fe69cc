package dev.crossdock.routing;

import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.engine.Planned;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the units of an order shall ship from, and why not from elsewhere.
 *
 * @param missing units that found no place
 * @param sentence the choice in one sentence, as people read it
 * @param decided what the policy said; null when there was nothing left to ask it
 */
public record RoutingPlan(
    Outcome outcome,
    String rule,
    List<Assignment> assignments,
    List<Missing> missing,
    List<Candidate> candidates,
    String sentence,
    @Nullable Decided decided) {

  public RoutingPlan {
    assignments = List.copyOf(assignments);
    missing = List.copyOf(missing);
    candidates = List.copyOf(candidates);
  }

  /** Nothing was left to be placed. */
  static final RoutingPlan NOTHING =
      new RoutingPlan(Outcome.NOTHING, "", List.of(), List.of(), List.of(), "", null);

  static RoutingPlan of(Decided decided) {
    Planned plan = decided.plan();
    List<Assignment> assignments =
        plan.assignments().stream().map(a -> new Assignment(a.line(), a.sku(), a.location(), a.units())).toList();
    List<Missing> missing =
        plan.missing().stream().map(m -> new Missing(m.line(), m.sku(), m.units(), m.lack().name())).toList();
    return new RoutingPlan(
        outcome(assignments, missing),
        Objects.requireNonNullElse(decided.rule(), "none applies"),
        assignments,
        missing,
        plan.candidates().stream().map(Candidate::of).toList(),
        sentence(decided),
        decided);
  }

  private static String sentence(Decided decided) {
    String plan = decided.plan().sentence();
    return decided.then() instanceof Then.Later(Instant at)
        ? "It is decided at " + at + ", with others that wait for it; until then units are kept for it. " + plan
        : plan;
  }

  /** The same without these units, which have no place for now. */
  RoutingPlan without(List<Assignment> gone, String why) {
    if (gone.isEmpty()) {
      return this;
    }
    List<Assignment> kept = assignments.stream().filter(a -> !gone.contains(a)).toList();
    List<Missing> more = Stream.concat(
            missing.stream(), gone.stream().map(a -> new Missing(a.line(), a.sku(), a.units(), "ON_ITS_WAY")))
        .toList();
    return new RoutingPlan(outcome(kept, more), rule, kept, more, candidates, sentence + " " + why, decided);
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
    String taken =
        held.stream().mapToInt(Assignment::units).sum()
            + " units held at checkout are taken over at "
            + held.stream().map(Assignment::location).distinct().collect(Collectors.joining(", "))
            + ".";
    boolean nothingElse = assignments.isEmpty() && missing.isEmpty();
    List<Assignment> together = List.copyOf(all.values());
    return new RoutingPlan(
        outcome(together, missing), "held at checkout", together, missing, candidates,
        nothingElse ? taken : taken + " The rest: " + sentence, decided);
  }

  private static Outcome outcome(List<Assignment> assignments, List<Missing> missing) {
    if (assignments.isEmpty()) {
      return Outcome.NOTHING;
    }
    Set<String> places = assignments.stream().map(Assignment::location).collect(Collectors.toCollection(TreeSet::new));
    return !missing.isEmpty() ? Outcome.PARTIAL : places.size() == 1 ? Outcome.WHOLE : Outcome.SPLIT;
  }

  /** What becomes of the order beyond its plan. */
  Then then() {
    return decided == null ? new Then.Ship() : decided.then();
  }

  /** When it is decided, if that is not now; until then units are only promised. */
  @Nullable Instant later() {
    return then() instanceof Then.Later(Instant at) ? at : null;
  }

  Set<String> locations() {
    return assignments.stream().map(Assignment::location).collect(Collectors.toSet());
  }

  int missing(int line) {
    return missing.stream().filter(m -> m.line() == line).mapToInt(Missing::units).sum();
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

  /**
   * Units without a place.
   *
   * @param why {@code NO_STOCK}, {@code KEPT_OUT}, {@code LIMIT}, {@code PARCELS}, {@code WHOLE} or {@code ON_ITS_WAY};
   *     null in old
   *     decisions, where it was always the first
   */
  public record Missing(int line, String sku, int units, @Nullable String why) {}

  /** What became of a location. */
  public enum Verdict {
    CHOSEN,
    LOST,
    EXCLUDED
  }

  /** Whether nothing of the order leaves: before all of it can, or before it is decided. */
  boolean kept() {
    return switch (then()) {
      case Then.Wait(boolean shipRest) -> !missing.isEmpty() && !shipRest;
      case Then.Bring bring -> !missing.isEmpty();
      case Then.Later later -> true;
      case Then.Ship ship -> false;
      case Then.Ask ask -> false;
      case Then.CancelAt cancel -> false;
    };
  }

  /**
   * A location that was considered.
   *
   * @param covers units of the order it could ship alone
   * @param by the criterion that kept it out, as policies name it; null when it took part
   * @param reason why it won, lost or was excluded
   * @param parts how it scored; null in old decisions
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
      @Nullable String by,
      String reason,
      @Nullable List<Part> parts,
      @Nullable String wouldWin) {

    static Candidate of(Planned.Candidate told) {
      return new Candidate(
          told.location(), told.name(), told.kind().name(), told.distanceKm(), told.covers(), told.of(),
          Verdict.valueOf(told.verdict().name()), told.by(), told.reason(),
          told.parts().stream().map(p -> new Part(p.type(), p.title(), p.value(), p.unit().name())).toList(),
          told.wouldWin());
    }
  }

  /**
   * What a criterion said of a location.
   *
   * @param unit in what it is measured; minor units for {@code MONEY}
   */
  public record Part(String type, String title, double value, String unit) {}
}
