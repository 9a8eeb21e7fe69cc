package dev.crossdock.routing.trials;

import dev.crossdock.inventory.history.PastLocations;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.network.Paces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a race over the orders of a window, a page a transaction. */
final class BacktestRun {

  /** More changes of stock than that are not kept in memory. */
  static final int MOVES_MAX = 500_000;

  private static final int PAGE = 250;
  private static final Duration PACED_EVERY = Duration.ofDays(1);

  private final PastReading sources;
  private final Door door;
  private final Merchant merchant;
  private final Instant from;
  private final Instant to;
  private final Race race;
  private final Set<String> known = new HashSet<>();
  private @Nullable OrderId last;
  private final Map<String, Instant> paced = new HashMap<>();
  private PastLocations.@Nullable Told places;
  private @Nullable World world;
  private int seen;

  /** Orders, how the network was when they came, and what is new of the stock they ask for. */
  private record Page(
      int read,
      List<Group> orders,
      List<PastStock.Level> levels,
      List<PastStock.Change> changes,
      Slow slow) {}

  /** What moves slowly, and is reckoned once a day: how levels sell, and what goods cost. */
  private record Slow(List<PastStock.Pace> paces, Map<String, UnitCost> costs) {}

  /** Orders during which nothing of the network changed. */
  private record Group(World world, List<PastOrder> orders) {}

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
    return race.end(to, door.read(merchant, tx -> world(tx, to)));
  }

  private Page page(Tx tx) {
    List<Order> orders = sources.orders().page(tx, from, to, last, PAGE);
    if (orders.isEmpty()) {
      return new Page(0, List.of(), List.of(), List.of(), new Slow(List.of(), Map.of()));
    }
    last = orders.getLast().id();
    List<Group> groups = groups(tx, orders);
    Set<String> skus = skus(groups);
    Set<String> fresh = new HashSet<>(skus);
    fresh.removeAll(known);
    known.addAll(fresh);
    Slow slow = slow(tx, skus, orders.getFirst().receivedAt());
    if (fresh.isEmpty()) {
      return new Page(orders.size(), groups, List.of(), List.of(), slow);
    }
    int room = MOVES_MAX - race.expected() + 1;
    List<PastStock.Change> changes = sources.stock().changes(tx, fresh, from, to, room);
    if (changes.size() == room) {
      throw new TooMuch("More than " + MOVES_MAX + " changes of stock lie in the window; a shorter one can be tried.");
    }
    return new Page(orders.size(), groups, sources.stock().available(tx, fresh, from), changes, slow);
  }

  private List<Group> groups(Tx tx, List<Order> orders) {
    List<Group> groups = new ArrayList<>();
    int begin = 0;
    while (begin < orders.size()) {
      World then = world(tx, orders.get(begin).receivedAt());
      int end = begin + 1;
      while (end < orders.size() && then.holds(orders.get(end).receivedAt())) {
        end++;
      }
      groups.add(new Group(then, sources.history().orders(tx, orders.subList(begin, end))));
      begin = end;
    }
    return groups;
  }

  private World world(Tx tx, Instant at) {
    World then = world;
    if (then == null || !then.holds(at)) {
      PastLocations.Told told = places == null ? sources.history().locations(tx) : places;
      places = told;
      then = sources.history().world(tx, told, at);
      world = then;
    }
    return then;
  }

  private static Set<String> skus(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.orders().stream())
        .flatMap(order -> order.facts().lines().stream())
        .flatMap(line -> line.components().stream())
        .map(Component::sku)
        .collect(Collectors.toSet());
  }

  /** Of SKUs for which it was a day or more ago that they were reckoned. */
  private Slow slow(Tx tx, Set<String> skus, Instant at) {
    Set<String> due = new HashSet<>(skus);
    due.removeIf(sku -> at.isBefore(paced.getOrDefault(sku, Instant.EPOCH).plus(PACED_EVERY)));
    due.forEach(sku -> paced.put(sku, at));
    return due.isEmpty()
        ? new Slow(List.of(), Map.of())
        : new Slow(sources.stock().paces(tx, due, at, Paces.DAYS), sources.costs().then(tx, due, at));
  }

  private List<Difference> decide(Page page) {
    page.levels().forEach(level -> race.begin(level.key(), level.available()));
    page.changes().forEach(race::expect);
    page.slow().paces().forEach(race::pace);
    race.costs(page.slow().costs());
    List<Difference> differences = new ArrayList<>();
    for (Group group : page.orders()) {
      for (PastOrder order : group.orders()) {
        Difference difference = race.order(order, group.world());
        if (difference != null) {
          differences.add(difference);
        }
      }
    }
    return differences;
  }
}
