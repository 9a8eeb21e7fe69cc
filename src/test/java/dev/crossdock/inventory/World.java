package dev.crossdock.inventory;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostSetting;
import dev.crossdock.inventory.costing.Costing;
import dev.crossdock.inventory.counting.Bins;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.inventory.lots.Lots;
import dev.crossdock.inventory.lots.Picks;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.SkuSettings;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.platform.time.SystemTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inventory on a real database, with a catalogue that knows what it is told. */
final class World implements KnownSkus {

  static final Merchant MERCHANT = Merchant.MAIN;
  /** Some time ago. */
  static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

  final Ids ids = new Ids(new SystemTime(), new Random(1));
  final Door door;
  final Stock stock;
  final Lots lots;
  final Picks picks;
  final SkuSettings settings;
  final Costing costing;
  final StockHistory history = new StockHistory();
  final Incoming incoming = new Incoming();
  final PurchaseOrders purchaseOrders;
  final Transfers transfers;
  final StockCounts counts;
  final Bins bins;
  /** SKUs that were told to have more to promise. */
  final Set<String> rose = Collections.synchronizedSet(new TreeSet<>());
  final Locations locations;
  final InventoryCheck check;
  final JdbcClient sql;
  final Set<String> skus = Collections.synchronizedSet(new HashSet<>());

  World(DataSource dataSource) {
    this(dataSource, new SystemTime());
  }

  World(DataSource dataSource, InstantSource time) {
    Journal journal = new Journal(ids);
    this.door = new Door(dataSource, time);
    this.stock = new Stock(this, journal, ids);
    this.lots = new Lots(this, journal, ids);
    this.picks = new Picks(stock);
    this.settings = new SkuSettings(stock, this, journal);
    this.costing = new Costing(stock, this, journal, ids);
    this.locations = new Locations(journal);
    this.purchaseOrders = new PurchaseOrders(stock, locations, this, this::note, journal, ids);
    this.transfers = new Transfers(stock, locations, this, this::note, journal, ids);
    this.counts = new StockCounts(stock, locations, this, this::note, journal, ids);
    this.bins = new Bins(stock);
    this.check = new InventoryCheck(door);
    this.sql = JdbcClient.create(dataSource);
  }

  @Override
  public Set<String> known(Tx tx, Set<String> wanted) {
    Set<String> known = new HashSet<>(wanted);
    known.retainAll(skus);
    return known;
  }

  /** How many deadlocks this database has seen; all other sessions are ended first, so that all have told of theirs. */
  long deadlocks(DataSource dataSource) {
    ((HikariDataSource) dataSource).getHikariPoolMXBean().softEvictConnections();
    String others =
        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
            + " and backend_type = 'client backend'";
    while (sql.sql(others).query(Long.class).single() > 0) {
      ((HikariDataSource) dataSource).getHikariPoolMXBean().softEvictConnections();
      Thread.onSpinWait();
    }
    return sql.sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }

  private void note(Tx tx, Set<String> more) {
    rose.addAll(more);
  }

  <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return write(MERCHANT, work);
  }

  <T extends @Nullable Object> T write(Merchant merchant, Function<Tx, T> work) {
    return door.write(merchant, Cause.of(Actor.system("test"), "test", new UUID(0, 1)), work);
  }

  <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return door.read(MERCHANT, work);
  }

  /** Makes locations in the United States. */
  World locations(String... codes) {
    return locations(MERCHANT, codes);
  }

  World locations(Merchant merchant, String... codes) {
    List<LocationInput> inputs = new ArrayList<>();
    for (String code : codes) {
      inputs.add(new LocationInput(code, null, null, "US", null, null, null, null, null, null, null, null));
    }
    write(merchant, tx -> locations.put(tx, inputs));
    return this;
  }

  /** Counts so many units, making the SKU known. */
  World count(String sku, String location, int onHand) {
    skus.add(sku);
    write(tx -> stock.setOnHand(tx, List.of(new StockSet(sku, location, onHand))));
    return this;
  }

  /** Makes the SKU known and says how it is tracked; nothing of it lies anywhere yet. */
  World tracked(String sku, Tracking tracking, int shelfDays) {
    skus.add(sku);
    SkuSettings.Stored stored =
        write(tx -> settings.put(tx, List.of(new SkuSetting(sku, tracking, shelfDays, List.of()))));
    if (!stored.errors().isEmpty()) {
      throw new AssertionError(stored.errors());
    }
    return this;
  }

  /** Makes the SKU known and begins to value it in dollars. */
  World costed(String sku, CostMethod method) {
    skus.add(sku);
    Costing.Stored stored =
        write(tx -> costing.put(tx, List.of(new CostSetting(sku, method, "USD", null))));
    if (!stored.errors().isEmpty()) {
      throw new AssertionError(stored.errors());
    }
    return this;
  }

  /** What lies there by lot, such as {@code L1=5(2) L2=3}; blocked units stand in brackets. */
  String lots(String sku, String location) {
    return read(tx -> lots.of(tx, sku)).stream()
        .filter(lot -> lot.location().equals(location))
        .map(
            lot -> {
              int blocked = lot.damaged() + lot.qualityControl() + lot.expired();
              return lot.lot() + "=" + lot.onHand() + (blocked == 0 ? "" : "(" + blocked + ")");
            })
        .collect(Collectors.joining(" "));
  }

  ReserveOutcome reserve(Reservation... wanted) {
    return write(tx -> stock.reserve(tx, List.of(wanted)));
  }

  /** On hand and reserved, such as {@code 10/3}. */
  String level(String sku, String location) {
    StockView view = read(tx -> stock.available(tx, Set.of(sku)));
    return view.of(sku).stream()
        .filter(level -> level.location().code().equals(location))
        .map(level -> level.onHand() + "/" + level.reserved())
        .findFirst()
        .orElse("none");
  }

  List<Violation> violations() {
    return check.run(MERCHANT);
  }

  /** The journal's streams with their versions and types, in the order they were written. */
  List<String> journal() {
    return sql.sql("select stream || ' ' || version || ' ' || type from journal order by batch, n")
        .query((row, number) -> row.getString(1))
        .list();
  }

  static UUID document(int number) {
    return new UUID(7, number);
  }
}
