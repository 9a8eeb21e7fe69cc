package dev.crossdock.routing.network;

import dev.crossdock.inventory.Location;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import dev.crossdock.routing.network.internal.LoadStore;
import dev.crossdock.routing.network.internal.LoadStore.Counted;
import dev.crossdock.routing.network.internal.LoadStore.Row;
import dev.crossdock.routing.network.internal.LoadStore.Spot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the orders that locations of limited capacity are given: one for each fulfilment order, by the location's own
 * day and clock hour, given back when the fulfilment order is gone unshipped. It is counted where fulfilment orders
 * come and go, whoever decided it, in the same transaction and at its end. Where a plan saw room that others have taken
 * meanwhile, the transaction fails with {@link StaleOrders} and is planned anew; what a rule gave beyond a limit on
 * purpose is counted all the same.
 */
public final class Loads implements OrderListener {

  private final Snapshots snapshots;
  private final LoadStore store = new LoadStore();

  Loads(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** What every location of limited capacity was given so far, by code; the others have no load. */
  public Map<String, PlaceLoad> read(Tx tx) {
    Collection<Location> limited = snapshots.now(tx).limited().values();
    if (limited.isEmpty()) {
      return Map.of();
    }
    Map<Spot, Counted> counted = store.read(tx, limited.stream().map(place -> spot(place, tx.now())).toList());
    Map<String, PlaceLoad> loads = new HashMap<>();
    for (Location place : limited) {
      Counted now = counted.get(spot(place, tx.now()));
      boolean thisHour = now != null && now.hour().equals(hour(place, tx.now()));
      loads.put(
          place.code(),
          now == null ? PlaceLoad.NONE : new PlaceLoad(now.orders(), thisHour ? now.hourOrders() : 0));
    }
    tx.attachment(Pending.class, Pending::new).seen.putAll(loads);
    return loads;
  }

  /** Stock has no part in this. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {}

  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    Map<UUID, String> given = new HashMap<>();
    Map<UUID, String> gone = new HashMap<>();
    for (OrderChange change : changes) {
      Map<UUID, String> before = work(change.placementsBefore());
      Map<UUID, String> after = work(change.after().placements());
      after.forEach((id, location) -> compare(id, location, before, given));
      before.forEach((id, location) -> compare(id, location, after, gone));
    }
    if (given.isEmpty() && gone.isEmpty()) {
      return;
    }
    Snapshot now = snapshots.now(tx);
    given.values().retainAll(now.limited().keySet());
    gone.values().retainAll(now.limited().keySet());
    if (!given.isEmpty() || !gone.isEmpty()) {
      Pending pending = tx.attachment(Pending.class, Pending::new);
      if (pending.given.isEmpty() && pending.gone.isEmpty()) {
        tx.beforeCommit(() -> write(tx, pending));
      }
      pending.given.putAll(given);
      pending.gone.putAll(gone);
    }
  }

  private static void compare(UUID id, String location, Map<UUID, String> others, Map<UUID, String> found) {
    if (!others.containsKey(id)) {
      found.put(id, location);
    }
  }

  /** Fulfilment orders and where they are. */
  private static Map<UUID, String> work(List<Placement> placements) {
    return placements.stream()
        .filter(placement -> placement.fulfilmentOrder() != null)
        .collect(
            Collectors.toMap(
                placement -> Objects.requireNonNull(placement.fulfilmentOrder()), Placement::location,
                (one, same) -> one));
  }

  private void write(Tx tx, Pending pending) {
    Snapshot now = snapshots.now(tx);
    store.giveBack(tx, rows(now, pending.gone, tx.now()));
    List<Row> inTime = new ArrayList<>();
    List<Row> anyway = new ArrayList<>();
    for (Row row : rows(now, pending.given, tx.now())) {
      boolean fitted = fits(row, pending.seen.get(row.location()));
      (fitted ? inTime : anyway).add(row);
    }
    store.count(tx, anyway);
    if (!store.countWithinLimits(tx, inTime)) {
      throw StaleOrders.because("a location was given other orders meanwhile and is full");
    }
  }

  /** Whether there was room when the plan was made; nobody has looked where nothing was seen. */
  private static boolean fits(Row row, @Nullable PlaceLoad seen) {
    Capacity limits = row.limits();
    if (seen == null || limits == null) {
      return false;
    }
    return (limits.perDay() == null || seen.today() + row.orders() <= limits.perDay())
        && (limits.perHour() == null || seen.thisHour() + row.hourOrders() <= limits.perHour());
  }

  private static List<Row> rows(Snapshot now, Map<UUID, String> work, Instant instant) {
    Map<Spot, Row> rows = new TreeMap<>(
        Comparator.comparing(Spot::location).thenComparing(Spot::day));
    work.forEach(
        (id, code) -> {
          Location place = now.limited().get(code);
          if (place != null) {
            Instant at = Ids.instant(id).orElse(instant);
            Row row = new Row(code, day(place, at), 1, hour(place, at), 1, now.profile(code).capacity());
            rows.merge(spot(place, at), row, Loads::sum);
          }
        });
    return List.copyOf(rows.values());
  }

  private static Row sum(Row one, Row other) {
    Row late = one.hour().isBefore(other.hour()) ? other : one;
    int inHour = one.hour().equals(other.hour()) ? one.hourOrders() + other.hourOrders() : late.hourOrders();
    return new Row(
        one.location(), one.day(), one.orders() + other.orders(), late.hour(), inHour, one.limits());
  }

  private static Spot spot(Location place, Instant at) {
    return new Spot(place.code(), day(place, at));
  }

  private static LocalDate day(Location place, Instant at) {
    return at.atZone(place.timeZone()).toLocalDate();
  }

  private static Instant hour(Location place, Instant at) {
    ZonedDateTime there = at.atZone(place.timeZone());
    return there.truncatedTo(ChronoUnit.HOURS).toInstant();
  }

  /** What a transaction has seen, and what it counts at its end. */
  private static final class Pending {
    private final Map<String, PlaceLoad> seen = new HashMap<>();
    private final Map<UUID, String> given = new HashMap<>();
    private final Map<UUID, String> gone = new HashMap<>();
  }
}
