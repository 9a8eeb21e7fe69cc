package dev.crossdock.routing.trials;

import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.PolicyInForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs a race over the orders of a window, a page a transaction. */
final class BacktestRun {

  /** More changes of stock than that are not kept in memory. */
  static final int MOVES_MAX = 500_000;

  private static final int PAGE = 250;

  private final PastReading sources;
  private final Door door;
  private final Merchant merchant;
  private final Instant from;
  private final Instant to;
  private final Race race;
  private final Set<String> known = new HashSet<>();
  private @Nullable OrderId last;
  private @Nullable World world;
  private int seen;

  /** Orders, and how the network was when they came. */
  private record Page(
      int read,
      List<PastOrder> orders,
      World world,
      List<PastStock.Level> levels,
      List<PastStock.Change> changes) {}

  /** What is to be told on the way: orders that differ, and how many were looked at. */
  record Step(List<Difference> differences, int seen) {}

  BacktestRun(
      PastReading sources, Door door, Merchant merchant, Backtest backtest, PolicyInForce draft, PolicyInForce active) {
    this.sources = sources;
    this.door = door;
    this.merchant = merchant;
    this.from = backtest.from();
    this.to = backtest.to();
    this.race = new Race(draft, active);
  }

  /** Why it can't be done. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
      super(message);
    }
  }

  /**
   * Runs to the end.
   *
   * @param goOn told each step; false ends it
   * @return null when it was ended
   */
  Race.@Nullable Outcome run(Predicate<Step> goOn) {
    boolean more = true;
    while (more) {
      Page page = door.read(merchant, this::page);
      more = page.read() == PAGE;
      seen += page.read();
      if (!goOn.test(new Step(decide(page), seen))) {
        return null;
      }
    }
    World latest = world;
    return race.end(to, latest == null ? new World(List.of(), (place, there, load, at) -> List.of()) : latest);
  }

  private Page page(Tx tx) {
    List<Order> orders = sources.orders().page(tx, from, to, last, PAGE);
    if (orders.isEmpty()) {
      return new Page(0, List.of(), sources.history().world(tx, to), List.of(), List.of());
    }
    List<PastOrder> past = sources.history().orders(tx, orders);
    World then = sources.history().world(tx, orders.getFirst().receivedAt());
    Set<String> fresh = new HashSet<>();
    past.forEach(
        order ->
            order.facts().lines().forEach(line -> line.components().forEach(part -> fresh.add(part.sku()))));
    fresh.removeAll(known);
    last = orders.getLast().id();
    if (fresh.isEmpty()) {
      return new Page(orders.size(), past, then, List.of(), List.of());
    }
    known.addAll(fresh);
    int room = MOVES_MAX - race.expected() + 1;
    List<PastStock.Change> changes = sources.stock().changes(tx, fresh, from, to, room);
    if (changes.size() == room) {
      throw new TooMuch("More than " + MOVES_MAX + " changes of stock lie in the window; a shorter one can be tried.");
    }
    return new Page(orders.size(), past, then, sources.stock().available(tx, fresh, from), changes);
  }

  private List<Difference> decide(Page page) {
    world = page.world();
    page.levels().forEach(level -> race.begin(level.key(), level.available()));
    page.changes().forEach(race::expect);
    List<Difference> differences = new ArrayList<>();
    for (PastOrder order : page.orders()) {
      Difference difference = race.order(order, page.world());
      if (difference != null) {
        differences.add(difference);
      }
    }
    return differences;
  }
}
