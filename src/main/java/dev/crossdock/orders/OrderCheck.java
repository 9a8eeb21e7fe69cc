package dev.crossdock.orders;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.backorders.AuthorisationUse;
import dev.crossdock.inventory.backorders.AuthorisationUses;
import dev.crossdock.orders.internal.AheadEffects;
import dev.crossdock.orders.internal.OrderStore;
import dev.crossdock.orders.internal.RebuildStore;
import dev.crossdock.orders.internal.RebuildStore.LineRow;
import dev.crossdock.orders.internal.RebuildStore.OrderRow;
import dev.crossdock.orders.internal.StockEffects;
import dev.crossdock.orders.shortage.Promised;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds every order from the journal and compares it with its rows and with what inventory has promised to it, and
 * looks for parts without an order. Reads some hundred orders at a time, each time as of one instant; writes nothing.
 */
public final class OrderCheck {

  private static final int CHUNK = 500;
  private static final int VIOLATIONS_MAX = 1_000;

  private final Door door;
  private final Stock stock;
  private final OrderStore orders;
  private final RebuildStore rows = new RebuildStore();
  private final AuthorisationUses uses = new AuthorisationUses();

  public OrderCheck(Door door, Stock stock, OrderCodec codec) {
    this.door = door;
    this.stock = stock;
    this.orders = new OrderStore(codec);
  }

  /** What was compared, and what differs. */
  public record Report(long orders, List<Violation> violations) {}

  public Report run(Merchant merchant) {
    List<Violation> violations = new ArrayList<>();
    long count = 0;
    @Nullable UUID after = null;
    while (violations.size() < VIOLATIONS_MAX) {
      UUID from = after;
      List<UUID> chunk = door.read(merchant, tx -> chunk(tx, from, violations));
      count += chunk.size();
      if (chunk.size() < CHUNK) {
        break;
      }
      after = chunk.getLast();
    }
    violations.addAll(door.read(merchant, this::strays));
    return new Report(count, List.copyOf(violations));
  }

  private List<Violation> strays(Tx tx) {
    return rows.strays(tx, VIOLATIONS_MAX).stream()
        .map(stray -> new Violation("order.parts", stray.order().toString(), "a " + stray.part() + " has no order"))
        .toList();
  }

  private List<UUID> chunk(Tx tx, @Nullable UUID after, List<Violation> violations) {
    List<OrderRow> held = rows.orders(tx, after, CHUNK);
    List<UUID> ids = held.stream().map(OrderRow::id).toList();
    if (ids.isEmpty()) {
      return ids;
    }
    Map<UUID, List<LineRow>> lines = rows.lines(tx, ids).stream().collect(Collectors.groupingBy(LineRow::order));
    Map<UUID, List<Reservation>> promised =
        stock.reservationsOf(tx, Set.copyOf(ids)).stream().collect(Collectors.groupingBy(Reservation::document));
    Map<UUID, List<AuthorisationUse>> used =
        uses.of(tx, Set.copyOf(ids)).stream().collect(Collectors.groupingBy(AuthorisationUse::document));
    Map<UUID, Order> rebuilt = new HashMap<>();
    orders.load(tx, ids).forEach(order -> rebuilt.put(order.id().value(), order));
    for (OrderRow row : held) {
      Order order = rebuilt.get(row.id());
      if (order == null) {
        violations.add(new Violation("order.journal", row.id().toString(), "the journal knows nothing of it"));
      } else {
        compare(row, order, lines.getOrDefault(row.id(), List.of()), violations);
        comparePromises(order, promised.getOrDefault(row.id(), List.of()), violations);
        compareAhead(order, used.getOrDefault(row.id(), List.of()), violations);
      }
    }
    return ids;
  }

  private static void compare(OrderRow row, Order order, List<LineRow> lines, List<Violation> violations) {
    OrderRow expected = RebuildStore.row(order);
    if (!expected.equals(row)) {
      violations.add(
          new Violation("order.row", order.number(), "its row is " + row + ", the journal makes it " + expected));
    }
    List<LineRow> expectedLines = RebuildStore.lines(order);
    if (!expectedLines.equals(lines)) {
      violations.add(
          new Violation(
              "order.lines", order.number(), "its lines are " + lines + ", the journal makes them " + expectedLines));
    }
  }

  private static void comparePromises(Order order, List<Reservation> promised, List<Violation> violations) {
    Set<Reservation> expected = StockEffects.held(order);
    if (!expected.equals(Set.copyOf(promised))) {
      violations.add(
          new Violation(
              "order.promises", order.number(), "stock promised is " + promised + ", its placements ask for " + expected));
    }
  }

  private static void compareAhead(Order order, List<AuthorisationUse> used, List<Violation> violations) {
    Set<AuthorisationUse> expected = AheadEffects.used(order);
    boolean covered =
        order.lines().stream()
            .allMatch(
                line ->
                    line.unpromised() >= 0
                        && Promised.units(line.ahead(), AuthorisationKind.PREORDER) == line.buckets().preordered());
    if (!expected.equals(Set.copyOf(used)) || !covered) {
      violations.add(
          new Violation(
              "order.sold-ahead", order.number(),
              "authorisations are used by " + used + ", its lines say " + expected));
    }
  }
}
