package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.RoutingPlan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why units ship from where they ship, with everybody who was considered.
 *
 * @param outcome {@code WHOLE}, {@code SPLIT}, {@code PARTIAL} or {@code NOTHING}
 */
record DecisionView(
    UUID id,
    String policy,
    String rule,
    String outcome,
    String sentence,
    List<AssignmentView> assignments,
    List<MissingView> missing,
    List<CandidateView> candidates,
    Instant decidedAt) {

  record AssignmentView(int line, String sku, String location, int units) {}

  /** Units that found no stock. */
  record MissingView(int line, String sku, int units) {}

  /**
   * A location that was considered.
   *
   * @param covers units of the order it could ship alone, out of {@code of}
   * @param verdict {@code CHOSEN}, {@code LOST} or {@code EXCLUDED}
   * @param wouldWin what would have made it win
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CandidateView(
      String location,
      String name,
      String kind,
      @Nullable Double distanceKm,
      int covers,
      int of,
      String verdict,
      String reason,
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
          candidate.reason(),
          candidate.wouldWin());
    }
  }

  static DecisionView of(Decisions.Decision decision) {
    return new DecisionView(
        decision.id(),
        decision.policy(),
        decision.rule(),
        decision.outcome().name(),
        decision.sentence(),
        decision.plan().stream().map(a -> new AssignmentView(a.line(), a.sku(), a.location(), a.units())).toList(),
        decision.missing().stream().map(m -> new MissingView(m.line(), m.sku(), m.units())).toList(),
        decision.candidates().stream().map(CandidateView::of).toList(),
        decision.decidedAt());
  }
}
