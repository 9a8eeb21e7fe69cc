package dev.crossdock.routing.reach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of the last orders the rules of a policy meet.
 *
 * @param orders how many were looked at, the newest first
 * @param whole whether these are all there was to look at: the last {@link RecentOrders#ORDERS_MAX}, or all there are
 * @param unmet orders that no rule meets; null where a rule can't be read
 * @param rules in the order of the policy
 */
public record Reach(int orders, boolean whole, @Nullable Integer unmet, List<OfRule> rules) {

  public Reach {
    rules = List.copyOf(rules);
  }

  /**
   * What one rule meets.
   *
   * @param matches orders that meet its conditions; null where it can't be read
   * @param touches those of them that get as far as this rule: no rule before it has decided on them. An order that a
   *     rule passes on may get further, so more than one rule may touch it. Null where that can't be told, because this
   *     rule or one before it can't be read; 0 for a rule that is switched off.
   */
  public record OfRule(@Nullable Integer matches, @Nullable Integer touches) {}
}
