package dev.crossdock.routing;

import dev.crossdock.inventory.backorders.Ahead;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.backorders.SellingAhead;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.shortage.Shortage;
import dev.crossdock.orders.shortage.ShortageRule;
import dev.crossdock.orders.shortage.ShortageRules;
import dev.crossdock.orders.shortage.SoldAhead;
import dev.crossdock.platform.db.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of the units of a batch that find no stock, or must not leave yet. */
final class Shortages {

  private final Tx tx;
  private final SellingAhead ahead;
  private @Nullable List<ShortageRule> rules;

  private Shortages(Tx tx, SellingAhead ahead) {
    this.tx = tx;
    this.ahead = ahead;
  }

  /** Makes no statement while nothing may be sold ahead; the rules are read when something is short. */
  static Shortages of(Tx tx, Backorders backorders, List<Order> orders) {
    Set<String> sold =
        orders.stream()
            .flatMap(order -> order.lines().stream())
            .map(line -> line.told().sku())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new Shortages(tx, backorders.of(tx, sold));
  }

  /** By line, for those that are planned. */
  Map<Integer, Shortage> of(Order order, RoutingPlan plan) {
    Map<Integer, Shortage> found = new HashMap<>();
    for (OrderLine line : order.lines()) {
      String sku = line.told().sku();
      if (sku != null && order.routable(line) > 0) {
        found.put(line.line(), of(order, line, sku, plan.missing(line.line())));
      }
    }
    return found;
  }

  private Shortage of(Order order, OrderLine line, String sku, int missing) {
    String channel = order.channel().channel();
    String account = order.channel().account();
    int needed = missing - line.promisedOf(missing);
    List<Ahead> taken = needed > 0 ? ahead.take(sku, channel, account, needed) : List.of();
    boolean rest = taken.stream().mapToInt(Ahead::units).sum() < needed;
    return new Shortage(
        taken.stream().map(SoldAhead::of).toList(),
        rest && ShortageRules.of(rules(), order.channel()).onShort() == ShortageRule.OnShort.HOLD,
        letGo(order, line.line()) ? null : unreleased(sku, channel, account));
  }

  private Shortage.@Nullable Unreleased unreleased(String sku, String channel, String account) {
    Authorisation found = ahead.unreleased(sku, channel, account).orElse(null);
    return found == null || found.releaseOn() == null
        ? null
        : new Shortage.Unreleased(found.id(), found.releaseOn());
  }

  /** Whether a person has let it go before its day. */
  private static boolean letGo(Order order, int line) {
    return order.holds().stream()
        .anyMatch(
            hold ->
                hold.reason() == Hold.Reason.PREORDER
                    && Objects.equals(hold.line(), line)
                    && hold.release() != null
                    && hold.release().byPerson());
  }

  private List<ShortageRule> rules() {
    List<ShortageRule> known = rules;
    if (known == null) {
      known = new ShortageRules().all(tx);
      rules = known;
    }
    return known;
  }
}
