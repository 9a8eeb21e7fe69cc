package dev.crossdock.routing.tryout;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.history.OpenOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Demand;
import dev.crossdock.routing.DryRun;
import dev.crossdock.routing.Routing;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.tryout.Application.Item;
import dev.crossdock.routing.tryout.Application.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of some orders when a version is applied to them; they go through routing like any others. */
final class ApplicationBatch {

  private final Orders orders;
  private final Routing routing;
  private final DryRun dryRun;
  private final OpenOrders open = new OpenOrders();

  ApplicationBatch(Orders orders, Routing routing) {
    this.orders = orders;
    this.routing = routing;
    this.dryRun = routing.dryRun();
  }

  /**
   * What would become of orders.
   *
   * @param taken units that they would take from where they lie, and, less than none, would give back
   */
  record Looked(List<Item> items, Map<StockKey, Integer> taken) {}

  /**
   * What would become of them; nothing changes.
   *
   * @param policy that decides; null for those in force
   * @param before what orders before them would take of some SKUs
   */
  Looked look(
      Tx tx, List<UUID> ids, @Nullable PolicyInForce policy, Function<Set<String>, Map<StockKey, Integer>> before) {
    List<Order> all = open.read(tx, ids);
    Set<String> skus = new HashSet<>();
    all.forEach(order -> order.lines().forEach(
        line -> line.told().components().forEach(part -> skus.add(part.sku()))));
    return judged(tx, all, policy, before.apply(skus));
  }

  /** Routes them by the policies in force. They are locked first, so that what is said of them holds. */
  List<Item> route(Tx tx, List<UUID> ids) {
    OrderBatch locked = orders.batch(tx);
    locked.loadById(ids.stream().map(OrderId::new).toList());
    List<Item> judged = judged(tx, locked.orders(), null, Map.of()).items();
    if (judged.stream().noneMatch(item -> item.outcome() == Outcome.CHANGED)) {
      return judged;
    }
    OrderBatch batch = orders.batch(tx);
    batch.loadById(judged.stream().filter(ApplicationBatch::free).map(item -> new OrderId(item.order())).toList());
    List<Order> before = batch.orders();
    routing.again(tx, batch);
    Map<UUID, Item> expected = judged.stream().collect(Collectors.toMap(Item::order, item -> item));
    List<Item> items = new ArrayList<>(judged.stream().filter(item -> !free(item)).toList());
    for (Order was : before) {
      Order now = batch.order(was.id()).orElseThrow();
      items.add(happened(was, now, Objects.requireNonNull(expected.get(was.id().value()))));
    }
    batch.store();
    return items;
  }

  /** Passed by are those that nothing may be decided on; the others are planned together, each in its turn. */
  private Looked judged(
      Tx tx, List<Order> all, @Nullable PolicyInForce policy, Map<StockKey, Integer> before) {
    Map<OrderId, Set<String>> pinned = dryRun.pinned(tx, all);
    List<Item> items = new ArrayList<>();
    List<DryRun.Ask> asks = new ArrayList<>();
    for (Order order : all) {
      Set<String> places = pinned.get(order.id());
      if (!Routing.anew(order)) {
        items.add(nothingOpen(order));
      } else if (places != null) {
        items.add(item(order, Outcome.PINNED, "It is pinned to " + String.join(", ", new TreeSet<>(places)) + "."));
      } else {
        asks.add(new DryRun.Ask(order, false, null));
      }
    }
    Map<StockKey, Integer> taken = new HashMap<>();
    for (DryRun.Tried tried : asks.isEmpty() ? List.<DryRun.Tried>of() : dryRun.plan(tx, asks, policy, before)) {
      items.add(planned(tried));
      count(tried.order(), tried.plan().assignments(), 1, taken);
      count(tried.order(), Tryouts.has(tried.order(), tried.demand(), false), -1, taken);
    }
    return new Looked(items, taken);
  }

  private static void count(Order order, List<Assignment> units, int sign, Map<StockKey, Integer> taken) {
    for (Assignment a : units) {
      order.line(a.line()).told().components().forEach(
          part -> taken.merge(new StockKey(part.sku(), a.location()), sign * a.units() * part.units(), Integer::sum));
    }
  }

  private static Item planned(DryRun.Tried tried) {
    Order order = tried.order();
    Facts facts = tried.facts();
    List<Assignment> has = Tryouts.has(order, tried.demand(), false);
    List<Move> moves = Moves.between(tried.demand(), has, tried.plan().assignments());
    if (moves.isEmpty()) {
      return item(order, Outcome.SAME, "");
    }
    return new Item(
        order.id().value(), order.number(), Outcome.CHANGED, words(moves),
        facts == null || has.isEmpty() ? null : Outlay.of(has, facts).cost(),
        facts == null ? null : Outlay.of(tried.plan().assignments(), facts).cost(),
        order.identity().currency());
  }

  /** What was done, which is what was expected unless another transaction took stock in between. */
  private static Item happened(Order was, Order now, Item expected) {
    List<Move> moves = Moves.between(all(was), Tryouts.placed(was), Tryouts.placed(now));
    if (moves.isEmpty()) {
      return item(was, Outcome.SAME, "");
    }
    String words = words(moves);
    return words.equals(expected.words()) ? expected : item(was, Outcome.CHANGED, words);
  }

  private static Demand all(Order order) {
    List<Demand.Line> lines = new ArrayList<>();
    order.lines().forEach(
        line -> {
          String sku = line.told().sku();
          if (sku != null) {
            lines.add(new Demand.Line(line.line(), sku, line.buckets().open(), line.told().components()));
          }
        });
    return new Demand(lines);
  }

  private static Item nothingOpen(Order order) {
    if (order.lifecycle().ended()) {
      return item(order, Outcome.ENDED, "It has ended meanwhile.");
    }
    String holds =
        order.openHolds().stream()
            .filter(hold -> hold.blocks().contains(Hold.Step.ROUTE))
            .map(hold -> hold.reason().words())
            .distinct()
            .collect(Collectors.joining(", "));
    return holds.isEmpty()
        ? item(order, Outcome.RELEASED, "Its locations were told of it meanwhile.")
        : item(order, Outcome.HELD, "It is held: " + holds + ".");
  }

  private static Item item(Order order, Outcome outcome, String words) {
    return new Item(order.id().value(), order.number(), outcome, words, null, null, order.identity().currency());
  }

  private static boolean free(Item item) {
    return item.outcome() == Outcome.CHANGED || item.outcome() == Outcome.SAME;
  }

  private static String words(List<Move> moves) {
    return moves.stream().map(Move::sentence).collect(Collectors.joining("; "));
  }
}
