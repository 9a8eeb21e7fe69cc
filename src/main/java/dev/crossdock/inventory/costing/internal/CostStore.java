package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostReason;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of cost. Whoever writes a pool or a layer has locked the SKU's pool, and the levels before it. */
public final class CostStore {

  private static final String LOCK =
      """
      select c.sku, c.method, c.currency, c.units, c.value, c.version
      from sku_cost c
      where c.merchant = :merchant and c.sku = any(:skus::text[])
      order by c.sku
      for no key update of c
      """;

  private static final String LAYERS =
      """
      select l.sku, l.id, l.units, l.value, l.since
      from cost_layer l
      where l.merchant = :merchant and l.sku = any(:skus::text[])
      """;

  private static final String UPDATE =
      """
      update sku_cost c
      set method = n.method, units = n.units, value = n.value, version = n.version, updated_at = :now::timestamptz
      from unnest(:skus::text[], :methods::text[], :units::bigint[], :worth::bigint[], :versions::int[])
        as n(sku, method, units, value, version)
      where c.merchant = :merchant and c.sku = n.sku
      """;

  private static final String INSERT =
      """
      insert into sku_cost (merchant, sku, method, currency, units, value, version, updated_at)
      values (:merchant, :sku, :method, :currency, 0, 0, 1, :now::timestamptz)
      """;

  private static final String PUT_LAYERS =
      """
      insert into cost_layer (merchant, sku, id, units, value, since)
      select :merchant, n.sku, n.id, n.units, n.value, n.since
      from unnest(:skus::text[], :ids::uuid[], :units::bigint[], :worth::bigint[], :since::timestamptz[])
        as n(sku, id, units, value, since)
      on conflict (merchant, sku, id) do update set units = excluded.units, value = excluded.value
      """;

  private static final String REMOVE_LAYERS =
      """
      delete from cost_layer l
      using unnest(:skus::text[], :ids::uuid[]) as n(sku, id)
      where l.merchant = :merchant and l.sku = n.sku and l.id = n.id
      """;

  private static final String ENTER =
      """
      insert into cost_entry (merchant, sku, id, reason, units, value, sales, known, costs, document, happened_at,
        recorded_at)
      select :merchant, n.sku, n.id, n.reason, n.units, n.value, n.sales, n.known::boolean, n.costs::uuid, n.document,
        n.happened_at, :now::timestamptz
      from unnest(:skus::text[], :ids::uuid[], :reasons::text[], :units::bigint[], :worth::bigint[], :sales::bigint[],
        :known::text[], :costs::text[], :documents::text[], :happenedAt::timestamptz[])
        as n(sku, id, reason, units, value, sales, known, costs, document, happened_at)
      """;

  private static final String UNTOLD =
      """
      select e.id, e.sku, e.reason, e.units, e.value, e.sales, e.known, e.document, e.happened_at
      from cost_entry e
      where e.merchant = :merchant and e.sku = :sku and e.id = :id::uuid and not e.known and not exists (
        select 1 from cost_entry t where t.merchant = :merchant and t.sku = e.sku and t.costs = e.id)
      """;

  private static final String PUT_LEVELS =
      "update stock_level l set cost_currency = :currency where l.merchant = :merchant and l.sku = :sku";

  private static final String IN_TRANSIT =
      """
      select coalesce(sum(greatest(0, l.shipped - l.received - l.lost)), 0)
      from stock_transfer t
      join stock_transfer_line l on l.merchant = :merchant and l.transfer = t.id
      where t.merchant = :merchant and t.state = 'SHIPPED' and l.sku = :sku
      """;

  /** The pools of these SKUs, locked, with their layers. */
  public CostBook open(Tx tx, Set<String> skus) {
    Columns<String> columns = Columns.of(skus).text("skus", sku -> sku);
    List<CostPool> pools = tx.sql(LOCK).params(columns.params()).query(CostStore::pool).list();
    List<String> byLayer =
        pools.stream().filter(pool -> pool.method() == CostMethod.FIFO).map(CostPool::sku).toList();
    List<CostLayer> layers =
        byLayer.isEmpty()
            ? List.of()
            : tx.sql(LAYERS)
                .params(Columns.of(byLayer).text("skus", sku -> sku).params())
                .query(CostStore::layer)
                .list();
    return new CostBook(pools, layers);
  }

  public void write(Tx tx, CostBook book) {
    Columns<CostPool> pools =
        Columns.of(book.pools())
            .text("skus", CostPool::sku)
            .text("methods", CostPool::method)
            .longs("units", CostPool::units)
            .longs("worth", CostPool::value)
            .ints("versions", CostPool::version);
    if (!book.pools().isEmpty()) {
      tx.sql(UPDATE).params(pools.params()).param("now", tx.now().toString()).update();
    }
    layers(tx, PUT_LAYERS, book.layers().stream().filter(layer -> layer.units() > 0).toList());
    layers(tx, REMOVE_LAYERS, book.layers().stream().filter(layer -> layer.units() == 0).toList());
    enter(tx, book.entries());
  }

  /** Begins to value a SKU, whose levels and locations are locked. */
  public void begin(Tx tx, String sku, CostMethod method, String currency) {
    tx.sql(PUT_LEVELS).param("sku", sku).param("currency", currency).update();
    tx.sql(INSERT)
        .param("sku", sku)
        .param("method", method.name())
        .param("currency", currency)
        .param("now", tx.now().toString())
        .update();
  }

  /** Units on their way between our locations. */
  public long inTransit(Tx tx, String sku) {
    return tx.sql(IN_TRANSIT).param("sku", sku).query(Long.class).single();
  }

  /** An arrival whose cost nobody has told, neither then nor since. */
  public Optional<CostEntry> untold(Tx tx, String sku, UUID id) {
    return tx.sql(UNTOLD)
        .param("sku", sku)
        .param("id", id.toString())
        .query((ResultSet row, int number) -> entry(row))
        .optional();
  }

  static CostEntry entry(ResultSet row) throws SQLException {
    return new CostEntry(
        row.getObject("id", UUID.class), row.getString("sku"), CostReason.valueOf(row.getString("reason")),
        row.getLong("units"), row.getLong("value"), row.getLong("sales"), row.getBoolean("known"), null,
        row.getString("document"), row.getObject("happened_at", OffsetDateTime.class).toInstant());
  }

  static CostPool pool(ResultSet row, int number) throws SQLException {
    return new CostPool(
        row.getString("sku"), CostMethod.valueOf(row.getString("method")), row.getString("currency"),
        row.getLong("units"), row.getLong("value"), row.getInt("version"));
  }

  private static void layers(Tx tx, String sql, Collection<CostLayer> layers) {
    if (!layers.isEmpty()) {
      Columns<CostLayer> columns =
          Columns.of(layers)
              .text("skus", CostLayer::sku)
              .text("ids", CostLayer::id)
              .longs("units", CostLayer::units)
              .longs("worth", CostLayer::value)
              .text("since", CostLayer::since);
      tx.sql(sql).params(columns.params()).update();
    }
  }

  private static void enter(Tx tx, List<CostEntry> entries) {
    if (!entries.isEmpty()) {
      Columns<CostEntry> columns =
          Columns.of(entries)
              .text("skus", CostEntry::sku)
              .text("ids", CostEntry::id)
              .text("reasons", CostEntry::reason)
              .longs("units", CostEntry::units)
              .longs("worth", CostEntry::value)
              .longs("sales", CostEntry::sales)
              .text("known", CostEntry::known)
              .text("costs", CostEntry::costs)
              .text("documents", CostEntry::document)
              .text("happenedAt", CostEntry::happenedAt);
      tx.sql(ENTER).params(columns.params()).param("now", tx.now().toString()).update();
    }
  }

  private static CostLayer layer(ResultSet row, int number) throws SQLException {
    return new CostLayer(
        row.getString("sku"), row.getObject("id", UUID.class), row.getLong("units"), row.getLong("value"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
