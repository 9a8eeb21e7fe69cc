package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Lack;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockKey;
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

/** The reservations' rows, and the one guarded statement that makes them. */
final class ReservationStore {

  /**
   * Locks the levels in the order of their keys, and only when every one of them can keep all that is asked of it:
   * takes the units, notes whose they are, and writes the ledger. Otherwise it changes nothing and tells what lacks.
   * One statement, so that a hot row is locked for no round trip more than the commit needs.
   */
  private static final String RESERVE =
      """
      with wanted as materialized (
        select w.id, w.document, w.line, w.sku, w.location, w.units
        from unnest(:ids::uuid[], :documents::uuid[], :lines::int[], :skus::text[], :locations::text[], :units::int[])
          as w(id, document, line, sku, location, units)
      ), need as materialized (
        select sku, location, sum(units) as units from wanted group by sku, location
      ), locked as materialized (
        select l.sku, l.location, l.on_hand - l.reserved as available, n.units
        from stock_level l
        join need n on n.sku = l.sku and n.location = l.location
        where l.merchant = :merchant
        order by l.sku, l.location
        for no key update of l
      ), lacking as materialized (
        select n.sku, n.location, n.units, greatest(0, coalesce(k.available, 0)) as available
        from need n
        left join locked k on k.sku = n.sku and k.location = n.location
        where coalesce(k.available, 0) < n.units
      ), taken as (
        update stock_level l
        set reserved = l.reserved + k.units
        from locked k
        where l.merchant = :merchant and l.sku = k.sku and l.location = k.location
          and l.on_hand - l.reserved >= k.units
          and not exists (select 1 from lacking)
        returning l.sku
      ), held as (
        insert into reservation as r (merchant, document, line, sku, location, units, reserved_at)
        select :merchant, w.document, w.line, w.sku, w.location, w.units, :now::timestamptz
        from wanted w
        where not exists (select 1 from lacking)
        on conflict (merchant, document, line, sku, location) do update set units = r.units + excluded.units
      ), written as (
        insert into stock_ledger (merchant, sku, location, id, on_hand_delta, reserved_delta, reason, document,
          actor, correlation, happened_at, recorded_at)
        select :merchant, w.sku, w.location, w.id, 0, w.units, 'RESERVED', w.document::text,
          :actor, :correlation::uuid, :now::timestamptz, :now::timestamptz
        from wanted w
        where not exists (select 1 from lacking)
      )
      select (select count(*) from taken) as taken, (select count(*) from need) as needed,
        k.sku, k.location, k.units, k.available
      from (select 1) as one
      left join lacking k on true
      order by k.sku, k.location
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
      order by r.reserved_at desc, r.document, r.line
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

  private final Ids ids;

  ReservationStore(Ids ids) {
    this.ids = ids;
  }

  /** All or nothing; the levels that lack something, empty when everything is reserved. */
  List<Lack> reserve(Tx tx, Collection<Reservation> wanted) {
    Columns<Reservation> columns =
        keys(wanted, HeldKey::of).text("ids", row -> ids.next()).ints("units", Reservation::units);
    List<Lack> lacks = new ArrayList<>();
    tx.sql(RESERVE)
        .params(columns.params())
        .param("now", tx.now().toString())
        .param("actor", LedgerStore.actor(tx))
        .param("correlation", tx.cause().correlation().toString())
        .query((ResultSet row) -> collect(row, lacks));
    return lacks;
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

  private static void collect(ResultSet row, List<Lack> lacks) throws SQLException {
    String sku = row.getString("sku");
    if (sku != null) {
      StockKey key = new StockKey(sku, row.getString("location"));
      lacks.add(new Lack(key, row.getLong("units"), row.getInt("available")));
    } else if (row.getLong("taken") != row.getLong("needed")) {
      throw new IllegalStateException(row.getLong("taken") + " of " + row.getLong("needed") + " levels were reserved");
    }
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
