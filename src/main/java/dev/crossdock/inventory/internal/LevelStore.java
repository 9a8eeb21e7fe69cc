package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;

/** The levels' rows. Whoever changes levels locks them all at once, in the order of their keys. */
final class LevelStore {

  private static final String LOCK =
      """
      select l.sku, l.location, l.on_hand, l.reserved, l.unavailable, l.binned, l.version, l.tracking, l.shelf_days,
        l.cost_currency
      from stock_level l
      join unnest(:skus::text[], :locations::text[]) as k(sku, location)
        on k.sku = l.sku and k.location = l.location
      where l.merchant = :merchant
      order by l.sku, l.location
      for no key update of l
      """;

  private static final String UPDATE =
      """
      update stock_level l
      set on_hand = n.on_hand, reserved = n.reserved, unavailable = n.unavailable, shortfall = n.shortfall,
        binned = least(l.binned, n.on_hand), version = n.version
      from unnest(:skus::text[], :locations::text[], :onHand::int[], :reserved::int[], :unavailable::int[],
        :shortfall::int[], :versions::int[], :wasOnHand::int[], :wasReserved::int[], :wasUnavailable::int[])
        as n(sku, location, on_hand, reserved, unavailable, shortfall, version, was_on_hand, was_reserved,
          was_unavailable)
      where l.merchant = :merchant and l.sku = n.sku and l.location = n.location
        and l.on_hand = n.was_on_hand and l.reserved = n.was_reserved
        and l.unavailable = n.was_unavailable
      """;

  private static final String INSERT =
      """
      insert into stock_level (merchant, sku, location, on_hand, reserved, unavailable, shortfall, version, tracking,
        shelf_days, cost_currency)
      select :merchant, n.sku, n.location, n.on_hand, n.reserved, n.unavailable, 0, n.version, n.tracking,
        n.shelf_days, n.cost_currency
      from unnest(:skus::text[], :locations::text[], :onHand::int[], :reserved::int[], :unavailable::int[],
        :versions::int[], :tracking::text[], :shelfDays::int[], :costCurrencies::text[])
        as n(sku, location, on_hand, reserved, unavailable, version, tracking, shelf_days, cost_currency)
      order by n.sku, n.location
      on conflict (merchant, sku, location) do nothing
      """;

  private final BinStore bins = new BinStore();

  /** The existing ones of these levels, locked until the transaction ends. */
  Map<StockKey, LevelRow> lock(Tx tx, Set<StockKey> keys) {
    Locked locked = tx.attachment(Locked.class, Locked::new);
    locked.forget();
    if (!keys.isEmpty()) {
      Columns<StockKey> columns = keys(keys);
      locked.asked.addAll(keys);
      tx.sql(LOCK)
          .params(columns.params())
          .query(LevelStore::row)
          .list()
          .forEach(row -> locked.rows.put(row.key(), row));
    }
    return Map.copyOf(locked.rows);
  }

  /** The same; what this transaction locked last is not asked for again while it has not been changed. */
  Map<StockKey, LevelRow> locked(Tx tx, Set<StockKey> keys) {
    Locked locked = tx.attachment(Locked.class, Locked::new);
    if (!locked.asked.containsAll(keys)) {
      return lock(tx, keys);
    }
    Map<StockKey, LevelRow> rows = new HashMap<>(locked.rows);
    rows.keySet().retainAll(keys);
    return rows;
  }

  /** Whoever changes levels by a statement of its own says so: what was read of them is no longer what they are. */
  static void changed(Tx tx) {
    tx.attachment(Locked.class, Locked::new).forget();
  }

  /** The levels this transaction locked last, as they are. */
  private static final class Locked {
    private final Set<StockKey> asked = new HashSet<>();
    private final Map<StockKey, LevelRow> rows = new HashMap<>();

    private void forget() {
      asked.clear();
      rows.clear();
    }
  }

  /** Writes what the book worked out; each row must still be what it was when it was locked. */
  void write(Tx tx, StockBook book) {
    changed(tx);
    List<LevelRow> inserted = book.inserted();
    if (!inserted.isEmpty() && tx.sql(INSERT).params(made(inserted).params()).update() != inserted.size()) {
      throw new CannotAcquireLockException("a level was first counted by two at the same time");
    }
    List<LevelRow> updated = book.updated();
    Map<StockKey, Integer> misplaced =
        updated.stream()
            .filter(level -> level.misplaced() > 0)
            .collect(Collectors.toMap(LevelRow::key, LevelRow::misplaced));
    if (!misplaced.isEmpty()) {
      bins.take(tx, misplaced);
    }
    if (!updated.isEmpty()) {
      Columns<LevelRow> columns =
          columns(updated)
              .ints("shortfall", LevelRow::shortfall)
              .ints("wasOnHand", row -> book.was(row.key()).onHand())
              .ints("wasReserved", row -> book.was(row.key()).reserved())
              .ints("wasUnavailable", row -> book.was(row.key()).unavailable());
      int rows = tx.sql(UPDATE).params(columns.params()).update();
      if (rows != updated.size()) {
        throw new IllegalStateException(rows + " of " + updated.size() + " locked levels could be written");
      }
    }
  }

  private static Columns<LevelRow> made(Collection<LevelRow> rows) {
    return columns(rows)
        .text("tracking", row -> row.asks().tracking())
        .ints("shelfDays", row -> row.asks().shelfDays())
        .text("costCurrencies", row -> row.asks().costCurrency());
  }

  private static Columns<LevelRow> columns(Collection<LevelRow> rows) {
    return Columns.of(rows)
        .text("skus", row -> row.key().sku())
        .text("locations", row -> row.key().location())
        .ints("onHand", LevelRow::onHand)
        .ints("reserved", LevelRow::reserved)
        .ints("unavailable", LevelRow::unavailable)
        .ints("versions", LevelRow::version);
  }

  private static Columns<StockKey> keys(Collection<StockKey> keys) {
    return Columns.of(keys).text("skus", StockKey::sku).text("locations", StockKey::location);
  }

  private static LevelRow row(ResultSet row, int number) throws SQLException {
    StockKey key = new StockKey(row.getString("sku"), row.getString("location"));
    return new LevelRow(
        key,
        row.getInt("on_hand"),
        row.getInt("reserved"),
        row.getInt("unavailable"),
        row.getInt("binned"),
        row.getInt("version"),
        new Asks(
            Tracking.valueOf(row.getString("tracking")), row.getInt("shelf_days"), row.getString("cost_currency")));
  }
}
