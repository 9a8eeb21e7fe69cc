package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The reservations' rows, and the guarded statement that makes them. */
final class ReservationStore {

  /**
   * Takes the units, notes whose they are, and writes the ledger. The levels must have been locked by a statement of
   * their own before. Locking and writing in one statement goes wrong: the update looks for its rows in the snapshot
   * taken before the wait for the lock, and judges its guard and the table's checks on what they held then, so it
   * refuses units that were given back meanwhile.
   */
  private static final String RESERVE =
      """
      with wanted as materialized (
        select w.document, w.line, w.sku, w.location, w.units
        from unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[], :units::int[])
          as w(document, line, sku, location, units)
      ), need as materialized (
        select sku, location, sum(units) as units from wanted group by sku, location
      ), held as (
        insert into reservation as r (merchant, document, line, sku, location, units, reserved_at)
        select :merchant, w.document, w.line, w.sku, w.location, w.units, :now::timestamptz
        from wanted w
        on conflict (merchant, document, line, sku, location) do update set units = r.units + excluded.units
      )
      update stock_level l
      set reserved = l.reserved + n.units
      from need n
      where l.merchant = :merchant and l.sku = n.sku and l.location = n.location
        and l.on_hand - l.reserved - l.unavailable >= n.units
      """;

  private static final String HELD =
      """
      select r.document, r.line, r.sku, r.location, r.units
      from reservation r
      join unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[])
        as k(document, line, sku, location)
        on k.document = r.document and k.line = r.line and k.sku = r.sku and k.location = r.location
      where r.merchant = :merchant
      """;

  private static final String OF_DOCUMENTS =
      """
      select r.document, r.line, r.sku, r.location, r.units
      from reservation r
      where r.merchant = :merchant and r.document = any(:documents::uuid[])
      order by r.document, r.line, r.sku, r.location
      """;

  private static final String OF_LEVEL =
      """
      select r.document, r.line, r.sku, r.location, r.units
      from reservation r
      where r.merchant = :merchant and r.sku = :sku and r.location = :location
      order by r.reserved_at desc, r.document desc, r.line
      limit :limit
      """;

  private static final String PUT =
      """
      insert into reservation as r (merchant, document, line, sku, location, units, reserved_at)
      select :merchant, n.document, n.line, n.sku, n.location, n.units, :now::timestamptz
      from unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[], :units::int[])
        as n(document, line, sku, location, units)
      on conflict (merchant, document, line, sku, location) do update set units = excluded.units
      """;

  private static final String REMOVE =
      """
      delete from reservation r
      using unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[])
        as k(document, line, sku, location)
      where r.merchant = :merchant and r.document = k.document and r.line = k.line
        and r.sku = k.sku and r.location = k.location
      """;

  private final LedgerStore ledger;

  ReservationStore(Ids ids) {
    this.ledger = new LedgerStore(ids);
  }

  /** Promises units of levels that are locked and were seen to have them: exactly so many levels must change. */
  void reserve(Tx tx, Collection<Reservation> wanted, int levels) {
    Columns<Reservation> columns = keys(wanted, HeldKey::of).ints("units", Reservation::units);
    int changed = tx.sql(RESERVE).params(columns.params()).param("now", tx.now().toString()).update();
    LevelStore.changed(tx);
    if (changed != levels) {
      throw new IllegalStateException(changed + " of " + levels + " locked levels had what was asked of them");
    }
    ledger.append(tx, wanted.stream().map(row -> reserved(row, tx)).toList());
  }

  private static LedgerLine reserved(Reservation row, Tx tx) {
    StockKey key = new StockKey(row.sku(), row.location());
    return new LedgerLine(key, 0, row.units(), StockReason.RESERVED, row.document().toString(), tx.now());
  }

  /** How much each of these rows holds, where it is there at all. The caller has locked the levels. */
  Map<HeldKey, Integer> held(Tx tx, Set<HeldKey> keys) {
    Map<HeldKey, Integer> held = new HashMap<>();
    Columns<HeldKey> columns = keys(keys, key -> key);
    List<Reservation> rows = tx.sql(HELD).params(columns.params()).query(ReservationStore::row).list();
    rows.forEach(row -> held.put(HeldKey.of(row), row.units()));
    return held;
  }

  List<Reservation> ofDocuments(Tx tx, Set<UUID> documents) {
    Columns<UUID> columns = Columns.of(documents).text("documents", document -> document);
    return tx.sql(OF_DOCUMENTS).params(columns.params()).query(ReservationStore::row).list();
  }

  /** The latest promises of a level first. */
  List<Reservation> ofLevel(Tx tx, StockKey key, int limit) {
    return tx.sql(OF_LEVEL)
        .param("sku", key.sku())
        .param("location", key.location())
        .param("limit", limit)
        .query(ReservationStore::row)
        .list();
  }

  /** Writes what each row holds now, and removes those that hold nothing. The caller has locked the levels. */
  void write(Tx tx, Map<HeldKey, Integer> held) {
    List<Map.Entry<HeldKey, Integer>> kept = held.entrySet().stream().filter(row -> row.getValue() > 0).toList();
    if (!kept.isEmpty()) {
      Columns<Map.Entry<HeldKey, Integer>> columns = keys(kept, Map.Entry::getKey).ints("units", Map.Entry::getValue);
      tx.sql(PUT).params(columns.params()).param("now", tx.now().toString()).update();
    }
    List<HeldKey> gone =
        held.entrySet().stream().filter(row -> row.getValue() == 0).map(Map.Entry::getKey).toList();
    if (!gone.isEmpty()) {
      int rows = tx.sql(REMOVE).params(keys(gone, key -> key).params()).update();
      if (rows != gone.size()) {
        throw new IllegalStateException(rows + " of " + gone.size() + " reservations could be removed");
      }
    }
  }

  private static <R> Columns<R> keys(Collection<R> rows, Function<R, HeldKey> key) {
    return Columns.of(rows)
        .text("documents", row -> key.apply(row).document())
        .ints("lines", row -> key.apply(row).line())
        .text("skus", row -> key.apply(row).key().sku())
        .text("locations", row -> key.apply(row).key().location());
  }

  private static Reservation row(ResultSet row, int number) throws SQLException {
    return new Reservation(
        row.getObject("document", UUID.class),
        row.getInt("line"),
        row.getString("sku"),
        row.getString("location"),
        row.getInt("units"));
  }
}
