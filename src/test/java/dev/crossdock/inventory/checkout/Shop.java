package dev.crossdock.inventory.checkout;

import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.inventory.LocationInput;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.ReserveOutcome;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.testing.SettableTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stock on a real database, with checkouts that hold it and a clock that can be moved. */
final class Shop implements Kits {

  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  final SettableTime time = new SettableTime(NOON);
  final Ids ids = new Ids(time, new Random(3));
  final Door door;
  final Stock stock;
  final CheckoutHolds holds;
  final JdbcClient sql;
  private final Locations locations;
  private final InventoryCheck check;
  private final Map<String, List<Part>> parts = new ConcurrentHashMap<>();

  Shop(DataSource dataSource) {
    Journal journal = new Journal(ids);
    this.door = new Door(dataSource, time);
    this.stock = new Stock((tx, skus) -> known(skus), journal, ids);
    this.locations = new Locations(journal);
    this.holds = new CheckoutHolds(stock, locations, this, journal, ids);
    this.check = new InventoryCheck(door);
    this.sql = JdbcClient.create(dataSource);
  }

  @Override
  public Map<String, List<Part>> parts(Tx tx, Set<String> skus) {
    Map<String, List<Part>> found = new HashMap<>(parts);
    found.keySet().retainAll(skus);
    return found;
  }

  private Set<String> known(Set<String> wanted) {
    Set<String> known = new HashSet<>(wanted);
    known.retainAll(parts.keySet());
    return known;
  }

  <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return door.write(Merchant.MAIN, Cause.of(Actor.system("test"), "test", new UUID(0, 1)), work);
  }

  Shop location(String code, int priority) {
    write(
        tx ->
            locations.put(
                tx,
                List.of(
                    new LocationInput(
                        code, null, null, "US", null, null, null, null, null, null, priority, null))));
    return this;
  }

  Shop sells(String sku, String location, int onHand) {
    parts.put(sku, List.of(new Part(sku, 1)));
    write(tx -> stock.setOnHand(tx, List.of(new StockSet(sku, location, onHand))));
    return this;
  }

  Shop kit(String sku, Part... pieces) {
    parts.put(sku, List.of(pieces));
    return this;
  }

  Decided<CheckoutHold> hold(long ttlSeconds, CheckoutInput.Line... lines) {
    return write(tx -> holds.hold(tx, new CheckoutInput(null, null, List.of(lines), ttlSeconds)));
  }

  CheckoutHold held(String sku, int units) {
    return done(hold(60, new CheckoutInput.Line(sku, units, null)));
  }

  Decided<CheckoutHold> extend(UUID hold, long ttlSeconds) {
    return write(tx -> holds.extend(tx, hold, ttlSeconds));
  }

  boolean release(CheckoutHold hold) {
    Decided<CheckoutHolds.Ended> decided = write(tx -> holds.release(tx, hold.id()));
    return decided instanceof Decided.Accepted;
  }

  ReserveOutcome reserve(Reservation wanted) {
    return write(tx -> stock.reserve(tx, List.of(wanted)));
  }

  List<Reservation> reservations(UUID... documents) {
    return write(tx -> stock.reservationsOf(tx, Set.of(documents)));
  }

  CheckoutHolds.Ended expire() {
    return write(tx -> holds.expire(tx, 100));
  }

  CheckoutHold now(CheckoutHold hold) {
    return write(tx -> holds.find(tx, hold.id())).orElseThrow();
  }

  /** Takes the hold over for a new order, as routing does it; false when it is over. */
  boolean claim(CheckoutHold hold, UUID order) {
    return write(
        tx -> {
          CheckoutHold open = holds.lockOpen(tx, Set.of(hold.id())).get(hold.id());
          if (open == null) {
            return false;
          }
          List<Reservation> units = holds.reserved(tx, Set.of(hold.id()));
          holds.claim(tx, Map.of(open, order));
          tx.beforeCommit(() -> reserve(tx, order, units));
          return true;
        });
  }

  private void reserve(Tx tx, UUID order, List<Reservation> units) {
    stock.lock(tx, Set.of());
    List<Reservation> wanted =
        units.stream().map(u -> new Reservation(order, u.line(), u.sku(), u.location(), u.units())).toList();
    if (!(stock.reserve(tx, wanted) instanceof ReserveOutcome.Reserved)) {
      throw new AssertionError("units that were held could not be taken over: " + wanted);
    }
  }

  /** On hand and reserved, such as {@code 10/3}. */
  String level(String sku, String location) {
    StockView view = write(tx -> stock.available(tx, Set.of(sku)));
    return view.of(sku).stream()
        .filter(level -> level.location().code().equals(location))
        .map(level -> level.onHand() + "/" + level.reserved())
        .findFirst()
        .orElse("none");
  }

  List<Violation> violations() {
    return check.run(Merchant.MAIN);
  }

  static CheckoutHold done(Decided<CheckoutHold> decided) {
    return switch (decided) {
      case Decided.Accepted<CheckoutHold>(CheckoutHold hold) -> hold;
      case Decided.Refused<CheckoutHold> refused -> throw new AssertionError(refused);
    };
  }
}
