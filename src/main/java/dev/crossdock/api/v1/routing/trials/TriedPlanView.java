package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Planned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided, and why.
 *
 * @param policy its name, and its version where it has one
 * @param rule the rule that decided; absent when none applies
 * @param passed rules before it, and why they did not decide
 * @param outcome {@code WHOLE}: one parcel; {@code SPLIT}: several; {@code PARTIAL}: some units have no place;
 *     {@code NOTHING}: none has
 * @param parcels what each place sends, and its scores
 * @param others how many more places were looked at, by what kept them out
 */
public record TriedPlanView(
    String policy,
    @Nullable String rule,
    List<Decided.Passed> passed,
    String outcome,
    String sentence,
    List<Planned.Assignment> plan,
    List<MissingView> missing,
    List<Planned.ParcelScore> parcels,
    List<Planned.Candidate> candidates,
    Map<String, Integer> others,
    ThenView then,
    Planned.Search search,
    @Nullable TimingView timing) {

  /** Microseconds of a processor that half of the decisions, and all but one of a hundred, did not exceed. */
  public record TimingView(int times, long p50Us, long p99Us) {}

  /** Units without a place, and why. */
  public record MissingView(int line, String sku, int units, String because) {}

  /**
   * What becomes of the order beyond its plan.
   *
   * @param what {@code SHIP}, {@code WAIT}, {@code BRING}, {@code ASK}, {@code CANCEL_AT} or {@code LATER}
   * @param restLeaves whether what has a place leaves at once
   * @param decideAt when a rule decides that decides later; until then units are only kept
   */
  public record ThenView(
      String what,
      boolean restLeaves,
      List<Planned.Transfer> transfers,
      @Nullable Integer transferDays,
      @Nullable String note,
      @Nullable Instant cancelAt,
      @Nullable Instant decideAt) {}

  static TriedPlanView of(Decided decided, @Nullable TimingView timing) {
    Planned plan = decided.plan();
    return new TriedPlanView(
        decided.policy(),
        decided.rule(),
        decided.passed(),
        outcome(plan),
        plan.sentence(),
        plan.assignments(),
        plan.missing().stream()
            .map(lack -> new MissingView(lack.line(), lack.sku(), lack.units(), lack.lack().words()))
            .toList(),
        plan.parcels(),
        plan.candidates(),
        plan.others(),
        then(decided.then()),
        plan.search(),
        timing);
  }

  TriedPlanView timed(TimingView took) {
    return new TriedPlanView(
        policy, rule, passed, outcome, sentence, plan, missing, parcels, candidates, others, then, search, took);
  }

  private static String outcome(Planned plan) {
    if (plan.assignments().isEmpty()) {
      return "NOTHING";
    }
    if (!plan.fits()) {
      return "PARTIAL";
    }
    Stream<String> places = plan.assignments().stream().map(Planned.Assignment::location).distinct();
    return places.count() > 1 ? "SPLIT" : "WHOLE";
  }

  private static ThenView then(Decided.Then then) {
    return switch (then) {
      case Decided.Then.Ship ignored -> new ThenView("SHIP", true, List.of(), null, null, null, null);
      case Decided.Then.Wait wait -> new ThenView("WAIT", wait.shipRest(), List.of(), null, null, null, null);
      case Decided.Then.Bring bring -> new ThenView("BRING", false, bring.transfers(), bring.days(), null, null, null);
      case Decided.Then.Ask ask -> new ThenView("ASK", false, List.of(), null, ask.note(), null, null);
      case Decided.Then.Later later -> new ThenView("LATER", false, List.of(), null, null, null, later.at());
      case Decided.Then.CancelAt at -> new ThenView("CANCEL_AT", true, List.of(), null, null, at.at(), null);
    };
  }
}
