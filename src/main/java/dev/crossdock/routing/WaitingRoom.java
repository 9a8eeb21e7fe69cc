package dev.crossdock.routing;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.shortage.Promised;
import dev.crossdock.orders.shortage.ShortageRule;
import dev.crossdock.orders.shortage.ShortageRules;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.internal.RoutingStore;
import dev.crossdock.routing.internal.WaitingRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for stock that is there now, and in which order they are served: by priority, then by what was promised
 * soonest, then by age. Whoever is planned leaves alone what those before it need who are not planned with it.
 */
final class WaitingRoom {

  private static final int ROWS_MAX = 2_000;

  /** Nobody has promised a newcomer anything, and nobody came later. */
  private static final LocalDate NO_DAY = LocalDate.MAX;

  private record Rank(int priority, LocalDate promisedOn, Instant since, OrderId order) {
    private static final Comparator<Rank> FIRST =
        Comparator.comparing(Rank::priority, Comparator.reverseOrder())
            .thenComparing(Rank::promisedOn)
            .thenComparing(Rank::since)
            .thenComparing(rank -> rank.order().value());
  }

  private final List<WaitingRow> rows;
  private final List<ShortageRule> rules;
  private final Set<OrderId> planned;
  private final Set<String> serving;

  private WaitingRoom(List<WaitingRow> rows, List<ShortageRule> rules, Set<OrderId> planned, Set<String> serving) {
    this.rows = rows;
    this.rules = rules;
    this.planned = planned;
    this.serving = serving;
  }

  /** Asks only about SKUs with stock: one statement, and a second when somebody waits. */
  static WaitingRoom of(
      Tx tx, RoutingStore store, Set<String> skus, List<Order> planned, List<Destinations.Origin> places) {
    List<WaitingRow> rows = skus.isEmpty() ? List.of() : store.waiting(tx, skus, ROWS_MAX);
    return new WaitingRoom(
        rows,
        rows.isEmpty() ? List.of() : new ShortageRules().all(tx),
        planned.stream().map(Order::id).collect(Collectors.toSet()),
        places.stream()
            .map(Destinations.Origin::location)
            .filter(place -> place.active() && place.kind() != LocationKind.MARKETPLACE)
            .map(place -> place.code())
            .collect(Collectors.toSet()));
  }

  /** The orders in the order in which they are served. */
  List<Order> inOrder(List<Order> orders) {
    if (rows.isEmpty() && orders.stream().allMatch(order -> order.priority() == 0)) {
      return orders;
    }
    Map<OrderId, Rank> best = new HashMap<>();
    for (Order order : orders) {
      rows.stream()
          .filter(row -> row.order().equals(order.id()))
          .map(row -> rank(order, row))
          .min(Rank.FIRST)
          .ifPresent(rank -> best.put(order.id(), rank));
    }
    return orders.stream()
        .sorted(
            Comparator.comparing((Order order) -> order.priority(), Comparator.reverseOrder())
                .thenComparing(
                    order -> best.getOrDefault(order.id(), newcomer(order)),
                    Comparator.comparing(Rank::promisedOn).thenComparing(Rank::since)))
        .toList();
  }

  /** Takes out of the pool what others get before this order; what was taken is to be given back after its plan. */
  List<Withheld> withhold(Order order, StockPool pool) {
    if (rows.isEmpty()
        || ShortageRules.of(rules, order.channel()).arrivals() == ShortageRule.Arrivals.FIRST_COME) {
      return List.of();
    }
    Map<String, Rank> own = new HashMap<>();
    rows.stream()
        .filter(row -> row.order().equals(order.id()))
        .forEach(row -> own.put(row.sku(), rank(order, row)));
    Map<String, Integer> spokenFor = new HashMap<>();
    for (WaitingRow row : rows) {
      Rank mine = own.getOrDefault(row.sku(), newcomer(order));
      boolean before = Rank.FIRST.compare(rank(row), mine) < 0;
      if (before && row.units() > 0 && !planned.contains(row.order())) {
        spokenFor.merge(row.sku(), row.units(), Integer::sum);
      }
    }
    List<Withheld> withheld = new ArrayList<>();
    spokenFor.forEach((sku, units) -> withheld.addAll(pool.withhold(sku, serving, units)));
    return withheld;
  }

  /** Units that stay where they are for somebody else. */
  record Withheld(String sku, String location, int units) {}

  private static Rank rank(WaitingRow row) {
    return new Rank(row.priority(), day(row.promisedOn()), row.since(), row.order());
  }

  private static Rank rank(Order order, WaitingRow row) {
    return new Rank(order.priority(), day(row.promisedOn()), row.since(), row.order());
  }

  private static Rank newcomer(Order order) {
    return new Rank(order.priority(), NO_DAY, Instant.MAX, order.id());
  }

  private static LocalDate day(@Nullable LocalDate day) {
    return Objects.requireNonNullElse(day, NO_DAY);
  }

  /** What an order waits for now, and why, by SKU. */
  static Collection<WaitingRow> waits(Tx tx, Order order, RoutingPlan plan, boolean rejected) {
    Map<String, WaitingRow> rows = new TreeMap<>();
    for (OrderLine line : order.lines()) {
      if (order.routable(line) > 0 && line.waiting() > 0) {
        List<Component> parts = line.told().components();
        LocalDate promised = Promised.soonest(line.ahead()).orElse(null);
        for (Component part : parts) {
          int units = parts.size() == 1 ? line.waiting() * part.units() : 0;
          rows.merge(
              part.sku(),
              new WaitingRow(
                  part.sku(), order.id(), units, order.priority(), promised, tx.now(),
                  state(line, plan, rejected), Aftermath.cancelAt(plan)),
              WaitingRow::plus);
        }
      }
    }
    return rows.values();
  }

  private static WaitingRow.State state(OrderLine line, RoutingPlan plan, boolean rejected) {
    boolean there =
        plan.missing().stream()
            .anyMatch(m -> m.line() == line.line() && !Planned.Lack.NO_STOCK.name().equals(m.why()));
    if (rejected) {
      return WaitingRow.State.REJECTED;
    }
    if (there) {
      return WaitingRow.State.UNROUTABLE;
    }
    return line.buckets().preordered() > 0 ? WaitingRow.State.PREORDER : WaitingRow.State.BACKORDER;
  }
}
