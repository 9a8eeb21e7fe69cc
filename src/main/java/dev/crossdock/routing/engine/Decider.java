package dev.crossdock.routing.engine;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.engine.Decided.Passed;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules of a policy in turn. The first that applies decides, unless its plan does not fit and it leaves the
 * order to the next one. Where the time of a rule has not come yet, the plan is only where units are promised until
 * then. A live order, a dry run and a backtest all come through here.
 */
public final class Decider {

  private Decider() {}

  /** The decision; the same facts and the same policy always give the same one. */
  public static Decided decide(PolicyInForce policy, Facts facts) {
    List<Passed> passed = new ArrayList<>();
    Decided last = null;
    Instant later = null;
    for (PolicyInForce.Ruled rule : policy.rules()) {
      String objection = rule.when().objection(facts);
      if (objection != null) {
        passed.add(new Passed(rule.name(), objection));
        continue;
      }
      later = later == null ? later(rule.timing(), facts) : later;
      Planned plan = plan(rule.strategy(), facts);
      boolean next = !plan.fits() && rule.strategy().otherwise() instanceof Otherwise.NextRule;
      Decided decided =
          new Decided(
              policy.label(), rule.name(), List.copyOf(passed), plan,
              later == null ? then(rule.strategy(), facts, plan) : new Then.Later(later));
      if (!next) {
        return decided;
      }
      last = decided;
      passed.add(new Passed(rule.name(), "found no place for " + Words.units(units(plan))));
    }
    return last != null ? last : nobody(policy, passed, facts);
  }

  /** When the rule decides; null when its time has come. */
  private static @Nullable Instant later(Timing timing, Facts facts) {
    Instant due = timing.due(facts.order().since());
    return due.isAfter(facts.now()) ? due : null;
  }

  private static Planned plan(Strategy strategy, Facts facts) {
    if (!(strategy.otherwise() instanceof Otherwise.Dropship)) {
      return Planner.plan(strategy, facts);
    }
    Set<LocationKind> own =
        Stream.of(LocationKind.values())
            .filter(kind -> kind != LocationKind.DROPSHIP && kind != LocationKind.MARKETPLACE)
            .collect(Collectors.toSet());
    Set<LocationKind> named = strategy.candidates().kinds();
    Planned ours = Planner.plan(of(strategy, named.isEmpty() ? own : named), facts);
    if (ours.fits()) {
      return ours;
    }
    Strategy suppliers =
        new Strategy(
            new Strategy.Candidates(Set.of(LocationKind.DROPSHIP), Set.of(), Set.of()), strategy.filters(),
            strategy.objective(), Split.FREELY, strategy.otherwise());
    return ours.with(Planner.plan(suppliers, rest(facts, ours)));
  }

  private static Strategy of(Strategy strategy, Set<LocationKind> kinds) {
    Strategy.Candidates asked = strategy.candidates();
    return new Strategy(
        new Strategy.Candidates(kinds, asked.codes(), asked.tags()), strategy.filters(), strategy.objective(),
        strategy.split(), strategy.otherwise());
  }

  /** The order with only what found no place. */
  private static Facts rest(Facts facts, Planned plan) {
    Map<Integer, Integer> missing = new HashMap<>();
    plan.missing().forEach(m -> missing.merge(m.line(), m.units(), Integer::sum));
    List<LineFacts> lines = new ArrayList<>();
    for (LineFacts line : facts.order().lines()) {
      int units = missing.getOrDefault(line.line(), 0);
      if (units > 0) {
        lines.add(new LineFacts(line.line(), line.sku(), units, line.unitPrice(), line.components(), line.item()));
      }
    }
    return new Facts(facts.order().with(lines), facts.places(), facts.stock(), facts.tariffs(), facts.now());
  }

  private static Then then(Strategy strategy, Facts facts, Planned plan) {
    if (plan.fits()) {
      Split.Consolidate wish = strategy.split().consolidate();
      return plan.transfers().isEmpty() || wish == null
          ? new Then.Ship()
          : new Then.Bring(plan.transfers(), wish.transferDays());
    }
    return switch (strategy.otherwise()) {
      case Otherwise.NextRule() -> new Then.Wait(false);
      case Otherwise.Backorder(boolean shipRest) -> new Then.Wait(shipRest);
      case Otherwise.Transfer(int days) -> {
        List<Planned.Transfer> found = Bringing.missing(strategy, facts, plan);
        yield found.isEmpty() ? new Then.Wait(true) : new Then.Bring(found, days);
      }
      case Otherwise.Dropship() -> new Then.Wait(true);
      case Otherwise.Hold(String note) -> new Then.Ask(note);
      case Otherwise.CancelBy(int days) ->
          new Then.CancelAt(facts.order().placedAt().plus(Duration.ofDays(days)));
    };
  }

  private static Decided nobody(PolicyInForce policy, List<Passed> passed, Facts facts) {
    List<Planned.Missing> missing =
        facts.order().lines().stream()
            .map(line -> new Planned.Missing(line.line(), line.sku(), line.units(), Planned.Lack.KEPT_OUT))
            .toList();
    Planned plan =
        new Planned(
            missing.isEmpty(), List.of(), missing, List.of(), List.of(), Map.of(), List.of(),
            new Planned.Score(0, List.of(), 0, 0), new Planned.Search(true, 0, 0),
            "Nowhere: no rule of the policy " + policy.name() + " applies.");
    return new Decided(policy.label(), null, passed, plan, new Then.Wait(true));
  }

  private static int units(Planned plan) {
    return plan.missing().stream().mapToInt(Planned.Missing::units).sum();
  }
}
