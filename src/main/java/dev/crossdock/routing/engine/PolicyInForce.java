package dev.crossdock.routing.engine;

import dev.crossdock.routing.facts.Facts;
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

  /** A rule: when it applies, and what it does then. */
  public record Ruled(String name, When when, Strategy strategy) {}

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
