package dev.crossdock.orders.internal;

import dev.crossdock.inventory.backorders.AuthorisationUse;
import dev.crossdock.inventory.backorders.Backorders.Used;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.shortage.SoldAhead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the difference between an order's lines before and after means for what may be sold ahead. */
public final class AheadEffects {

  private AheadEffects() {}

  private record Key(UUID order, int line, UUID authorisation) {
    AuthorisationUse none() {
      return new AuthorisationUse(order, line, authorisation, 0, 0);
    }
  }

  public static List<Used> of(List<OrderChange> changes) {
    List<Used> uses = new ArrayList<>();
    for (OrderChange change : changes) {
      Map<Key, AuthorisationUse> before = change.before() == null ? Map.of() : byKey(change.before());
      Map<Key, AuthorisationUse> after = byKey(change.after());
      after.forEach(
          (key, now) -> {
            AuthorisationUse was = before.getOrDefault(key, key.none());
            if (!was.equals(now)) {
              uses.add(new Used(was, now));
            }
          });
      before.forEach(
          (key, was) -> {
            if (!after.containsKey(key)) {
              uses.add(new Used(was, key.none()));
            }
          });
    }
    return uses;
  }

  /** What the order's lines use. */
  public static Set<AuthorisationUse> used(Order order) {
    return Set.copyOf(byKey(order).values());
  }

  private static Map<Key, AuthorisationUse> byKey(Order order) {
    Map<Key, AuthorisationUse> uses = new HashMap<>();
    for (OrderLine line : order.lines()) {
      for (SoldAhead ahead : line.ahead()) {
        Key key = new Key(order.id().value(), line.line(), ahead.authorisation());
        uses.merge(
            key,
            new AuthorisationUse(key.order(), key.line(), key.authorisation(), ahead.units(), ahead.filled()),
            AuthorisationUse::plus);
      }
    }
    return uses;
  }
}
