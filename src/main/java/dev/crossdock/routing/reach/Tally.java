package dev.crossdock.routing.reach;

import dev.crossdock.routing.conditions.Asked;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.conditions.Matcher;
import dev.crossdock.routing.engine.Otherwise;
import dev.crossdock.routing.policies.Policy.Rule;
import dev.crossdock.routing.reach.Reach.OfRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts, order by order, what the rules of one policy meet. Pure, and not thread-safe. */
final class Tally {

  private final List<Counted> rules = new ArrayList<>();
  private int orders;
  private int unmet;

  /** A rule and its counts; the matcher is null where the rule can't be read. */
  private static final class Counted {
    final @Nullable Matcher matcher;
    final boolean enabled;
    final boolean passesOn;
    int matches;
    int touches;

    Counted(@Nullable Matcher matcher, boolean enabled, boolean passesOn) {
      this.matcher = matcher;
      this.enabled = enabled;
      this.passesOn = passesOn;
    }
  }

  /**
   * Counts for these rules.
   *
   * @param rules empty for one that can't be read
   */
  Tally(List<Optional<Rule>> rules, Expressions expressions) {
    for (Optional<Rule> rule : rules) {
      this.rules.add(
          rule.map(
                  read ->
                      new Counted(
                          Matcher.of(read.when(), expressions), read.enabled(),
                          read.then().otherwise() instanceof Otherwise.NextRule))
              .orElseGet(() -> new Counted(null, true, false)));
    }
  }

  /** One order more. */
  void add(Seen order) {
    Asked asked = new Asked(order.facts(), order.came());
    boolean decided = false;
    boolean met = false;
    for (Counted rule : rules) {
      if (rule.matcher != null && rule.matcher.matches(asked)) {
        rule.matches++;
        if (rule.enabled) {
          rule.touches += decided ? 0 : 1;
          met = true;
          decided = decided || !rule.passesOn;
        }
      }
    }
    orders++;
    unmet += met ? 0 : 1;
  }

  Reach told(boolean whole) {
    List<OfRule> all = new ArrayList<>();
    boolean readable = true;
    for (Counted rule : rules) {
      readable = readable && rule.matcher != null;
      all.add(new OfRule(rule.matcher == null ? null : rule.matches, readable ? rule.touches : null));
    }
    return new Reach(orders, whole, readable ? unmet : null, all);
  }
}
