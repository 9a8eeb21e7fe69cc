package dev.crossdock.routing.engine;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.timing.Timing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy ready to decide: what was written as JSON and expressions has become values and functions. Its rules are
 * asked in their order. Pure, and used by many threads at once.
 *
 * @param name as people know it: {@code europe-first}
 * @param version 0 for the policy that is built in
 */
public record PolicyInForce(String name, int version, List<Ruled> rules) {

  public PolicyInForce {
    rules = List.copyOf(rules);
  }

  /** How a decision names it: {@code europe-first@3}, the built-in one by its name alone. */
  public String label() {
    return version == 0 ? name : name + "@" + version;
  }

  /** Whether a rule of it decides later than an order comes. */
  public boolean decidesLater() {
    return rules.stream().anyMatch(rule -> !(rule.timing() instanceof Timing.OnArrival));
  }

  /** The same rules, each of which decides at once. */
  public PolicyInForce atOnce() {
    return decidesLater()
        ? new PolicyInForce(
            name, version, rules.stream().map(rule -> new Ruled(rule.name(), rule.when(), rule.strategy())).toList())
        : this;
  }

  /** A rule: when it applies, what it does then, and when it decides. */
  public record Ruled(String name, When when, Strategy strategy, Timing timing) {

    /** A rule that decides on arrival. */
    public Ruled(String name, When when, Strategy strategy) {
      this(name, when, strategy, new Timing.OnArrival());
    }
  }

  /** When a rule applies. */
  public interface When {

    /** It always does. */
    When ALWAYS = facts -> null;

    /**
     * Null when the rule applies to the order; else why not, as a clause that follows the rule's name: {@code wants the
     * channel shopify, and this is ebay}. It never throws: what can't be evaluated does not match, and says so.
     */
    @Nullable String objection(Facts facts);
  }
}
