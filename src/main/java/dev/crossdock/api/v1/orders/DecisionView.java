package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.RoutingPlan;
import dev.crossdock.routing.engine.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why units ship from where they ship, with everybody who was considered.
 *
 * @param id absent where it was only tried
 * @param passed the rules before it, and why they did not decide
 * @param outcome {@code WHOLE}, {@code SPLIT}, {@code PARTIAL} or {@code NOTHING}
 * @param others how many locations are not among the candidates, by what kept them out; {@code lost} for those that
 *     took part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
    @Nullable UUID id,
    String policy,
    String rule,
    List<PassedView> passed,
    String outcome,
    String sentence,
    List<AssignmentView> assignments,
    List<MissingView> missing,
    List<CandidateView> candidates,
    Map<String, Integer> others,
    Instant decidedAt) {

  public record AssignmentView(int line, String sku, String location, int units) {}

  /**
   * Units that found no place.
   *
   * @param why {@code NO_STOCK}, {@code KEPT_OUT}, {@code LIMIT}, {@code PARCELS}, {@code WHOLE} or {@code ON_ITS_WAY}
   */
  public record MissingView(int line, String sku, int units, String why) {}

  /** A rule that did not decide, and why. */
  public record PassedView(String rule, String because) {}

  /**
   * What a criterion said of a location.
   *
   * @param unit in what it is measured; minor units for {@code MONEY}
   */
  public record ScoreView(String type, String title, double value, String unit) {}

  /**
   * A location that was considered.
   *
   * @param covers units of the order it could ship alone, out of {@code of}
   * @param verdict {@code CHOSEN}, {@code LOST} or {@code EXCLUDED}
   * @param by the criterion that kept it out
   * @param wouldWin what would have made it win
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CandidateView(
      String location,
      String name,
      String kind,
      @Nullable Double distanceKm,
      int covers,
      int of,
      String verdict,
      @Nullable String by,
      String reason,
      List<ScoreView> scores,
      @Nullable String wouldWin) {

    static CandidateView of(RoutingPlan.Candidate candidate) {
      return new CandidateView(
          candidate.location(),
          candidate.name(),
          candidate.kind(),
          candidate.distanceKm(),
          candidate.covers(),
          candidate.of(),
          candidate.verdict().name(),
          candidate.by(),
          candidate.reason(),
          Objects.requireNonNullElse(candidate.parts(), List.<RoutingPlan.Part>of()).stream()
              .map(part -> new ScoreView(part.type(), part.title(), part.value(), part.unit()))
              .toList(),
          candidate.wouldWin());
    }
  }

  static DecisionView of(Decisions.Decision decision) {
    return new DecisionView(
        decision.id(),
        decision.policy(),
        decision.rule(),
        decision.passed().stream().map(p -> new PassedView(p.rule(), p.because())).toList(),
        decision.outcome().name(),
        decision.sentence(),
        decision.plan().stream().map(a -> new AssignmentView(a.line(), a.sku(), a.location(), a.units())).toList(),
        decision.missing().stream().map(m -> new MissingView(m.line(), m.sku(), m.units(), why(m))).toList(),
        decision.candidates().stream().map(CandidateView::of).toList(),
        decision.others(),
        decision.decidedAt());
  }

  /** What would be decided. */
  public static DecisionView tried(RoutingPlan plan, Instant at) {
    Decided decided = plan.decided();
    return new DecisionView(
        null,
        decided == null ? "" : decided.policy(),
        plan.rule(),
        decided == null
            ? List.of()
            : decided.passed().stream().map(p -> new PassedView(p.rule(), p.because())).toList(),
        plan.outcome().name(),
        plan.sentence(),
        plan.assignments().stream()
            .map(a -> new AssignmentView(a.line(), a.sku(), a.location(), a.units()))
            .toList(),
        plan.missing().stream().map(m -> new MissingView(m.line(), m.sku(), m.units(), why(m))).toList(),
        plan.candidates().stream().map(CandidateView::of).toList(),
        decided == null ? Map.of() : decided.plan().others(),
        at);
  }

  private static String why(RoutingPlan.Missing missing) {
    return Objects.requireNonNullElse(missing.why(), "NO_STOCK");
  }
}
