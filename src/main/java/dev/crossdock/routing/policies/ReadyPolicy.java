package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Asked;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.conditions.Matcher;
import dev.crossdock.routing.conditions.Names;
import dev.crossdock.routing.criteria.Criterion;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A policy made ready to decide. Pure, and used by many threads at once. */
public final class ReadyPolicy {

  private final Policy policy;
  private final List<Matcher> matchers;
  private final PolicyInForce inForce;
  private volatile @Nullable Last last;

  /** The order that was asked about last, worked out once for all rules of the policy. */
  private record Last(OrderFacts order, Instant now, Asked asked) {}

  private ReadyPolicy(Policy policy, int version, List<Matcher> matchers) {
    this.policy = policy;
    this.matchers = matchers;
    List<PolicyInForce.Ruled> rules = new ArrayList<>();
    for (int i = 0; i < matchers.size(); i++) {
      Policy.Rule rule = policy.rules().get(i);
      Matcher matcher = matchers.get(i);
      if (rule.enabled()) {
        rules.add(
            new PolicyInForce.Ruled(rule.name(), facts -> matcher.objection(asked(facts)), rule.then(), rule.timing()));
      }
    }
    this.inForce = new PolicyInForce(policy.name(), version, rules);
  }

  /**
   * Makes a policy ready.
   *
   * @param version its number, 0 for the one that is built in
   */
  public static ReadyPolicy of(Policy policy, int version, Expressions expressions) {
    return new ReadyPolicy(
        policy, version, policy.rules().stream().map(rule -> Matcher.of(rule.when(), expressions)).toList());
  }

  public Policy policy() {
    return policy;
  }

  /** As the engine takes it; rules that are switched off are left out. */
  public PolicyInForce inForce() {
    return inForce;
  }

  /** Whether a rule of it asks what is known of the buyer. */
  public boolean asksBuyer() {
    return policy.rules().stream().filter(Policy.Rule::enabled).anyMatch(ReadyPolicy::asksBuyer);
  }

  private static boolean asksBuyer(Policy.Rule rule) {
    return Names.asksBuyer(rule.when()) || rule.then().criteria().anyMatch(Criterion::asksBuyer);
  }

  /** Which rule of the policy an order meets first, counted from 0; empty when none matches. */
  public OptionalInt matches(OrderFacts order, Instant now) {
    Asked asked = new Asked(order, now);
    for (int i = 0; i < matchers.size(); i++) {
      if (policy.rules().get(i).enabled() && matchers.get(i).matches(asked)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** How often expressions of it could not be evaluated. */
  public long troubles() {
    return matchers.stream().mapToLong(Matcher::troubles).sum();
  }

  /** Whoever asks of another order at the same time works it out for itself, and no harm is done. */
  private Asked asked(Facts facts) {
    Last known = last;
    if (known != null && known.order().equals(facts.order()) && known.now().equals(facts.now())) {
      return known.asked();
    }
    Asked asked = new Asked(facts.order(), facts.now());
    last = new Last(facts.order(), facts.now(), asked);
    return asked;
  }
}
