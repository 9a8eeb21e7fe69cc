package dev.crossdock.inventory.skus.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.SkuSetting;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings' rows, and what keeps one from being changed. */
public final class SettingStore {

  private static final String ALL = "select s.sku, s.tracking, s.shelf_days, s.version from sku_setting s ";

  private static final String OF_SKUS = ALL + "where s.merchant = :merchant and s.sku = any(:skus::text[])";

  private static final String ASKS =
      """
      select sku, coalesce(s.tracking, 'NONE') as tracking, coalesce(s.shelf_days, 0) as shelf_days, c.currency
      from (
        select g.sku, g.tracking, g.shelf_days from sku_setting g
        where g.merchant = :merchant and g.sku = any(:skus::text[])) s
      full join (
        select v.sku, v.currency from sku_cost v
        where v.merchant = :merchant and v.sku = any(:skus::text[])) c using (sku)
      """;

  private static final String LOCK = OF_SKUS + " order by s.sku for no key update of s";

  private static final String PAGE =
      ALL + "where s.merchant = :merchant and s.sku > :after order by s.sku limit :limit";

  private static final String PUT =
      """
      insert into sku_setting as s (merchant, sku, tracking, shelf_days, version, updated_at)
      select :merchant, n.sku, n.tracking, n.shelf_days, n.version, :now::timestamptz
      from unnest(:skus::text[], :tracking::text[], :shelfDays::int[], :versions::int[])
        as n(sku, tracking, shelf_days, version)
      order by n.sku
      on conflict (merchant, sku) do update set tracking = excluded.tracking, shelf_days = excluded.shelf_days,
        version = excluded.version, updated_at = excluded.updated_at
      """;

  private static final String PUT_LEVELS =
      """
      update stock_level l
      set tracking = n.tracking, shelf_days = n.shelf_days
      from unnest(:skus::text[], :tracking::text[], :shelfDays::int[]) as n(sku, tracking, shelf_days)
      where l.merchant = :merchant and l.sku = n.sku
      """;

  /** SKUs whose units are on their way, or being counted: nobody could say which lots those are. */
  private static final String BUSY =
      """
      select l.sku, 'in-transit' as rule
      from stock_transfer t
      join stock_transfer_line l on l.merchant = :merchant and l.transfer = t.id
      where t.merchant = :merchant and t.state = 'SHIPPED' and l.sku = any(:skus::text[])
      union
      select n.sku, 'in-count'
      from stock_count c
      join stock_count_line n on n.merchant = :merchant and n.stock_count = c.id
      where c.merchant = :merchant and c.state = 'OPEN' and n.sku = any(:skus::text[])
      """;

  private static final String LOTS =
      """
      select l.sku, l.location, l.lot, l.on_hand
      from stock_lot_level l
      where l.merchant = :merchant and l.sku = any(:skus::text[]) and l.on_hand > 0
      order by l.sku, l.location, l.lot
      """;

  /** A setting with its version. */
  public record Row(SkuSetting setting, int version) {}

  /** What these SKUs ask for; those that ask for nothing are left out. */
  public Map<String, Asks> asks(Tx tx, Set<String> skus) {
    Map<String, Asks> asks = new HashMap<>();
    tx.sql(ASKS)
        .params(keys(skus).params())
        .query(
            (ResultSet row) -> {
              Tracking tracking = Tracking.valueOf(row.getString("tracking"));
              Asks asked = new Asks(tracking, row.getInt("shelf_days"), row.getString("currency"));
              asks.put(row.getString("sku"), asked);
            });
    return asks;
  }

  /** The stored ones of these, locked. */
  public Map<String, Row> lock(Tx tx, Set<String> skus) {
    Map<String, Row> rows = new HashMap<>();
    tx.sql(LOCK)
        .params(keys(skus).params())
        .query(SettingStore::row)
        .list()
        .forEach(row -> rows.put(row.setting().sku(), row));
    return rows;
  }

  /** In the order of their SKUs, from behind this one. */
  public List<SkuSetting> list(Tx tx, @Nullable String after, int limit) {
    return tx.sql(PAGE)
        .param("after", after == null ? "" : after)
        .param("limit", limit)
        .query((ResultSet row, int number) -> row(row, number).setting())
        .list();
  }

  public void put(Tx tx, Collection<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Columns<Row> columns =
        Columns.of(rows)
            .text("skus", row -> row.setting().sku())
            .text("tracking", row -> row.setting().tracking())
            .ints("shelfDays", row -> Math.toIntExact(row.setting().shelfDays()));
    tx.sql(PUT_LEVELS).params(columns.params()).update();
    tx.sql(PUT).params(columns.ints("versions", Row::version).params()).param("now", tx.now().toString()).update();
  }

  /** Why the tracking of a SKU can't be changed now, as a rule, by SKU. */
  public Map<String, String> busy(Tx tx, Set<String> skus) {
    Map<String, String> busy = new HashMap<>();
    tx.sql(BUSY)
        .params(keys(skus).params())
        .query(
            row -> {
              busy.put(row.getString("sku"), row.getString("rule"));
            });
    return busy;
  }

  /** What lies where by lot; the levels are locked. */
  public Map<StockKey, List<LotUnits>> lots(Tx tx, Set<String> skus) {
    Map<StockKey, List<LotUnits>> lots = new HashMap<>();
    tx.sql(LOTS)
        .params(keys(skus).params())
        .query(
            (ResultSet row) -> {
              StockKey key = new StockKey(row.getString("sku"), row.getString("location"));
              lots.computeIfAbsent(key, first -> new ArrayList<>())
                  .add(new LotUnits(row.getString("lot"), null, row.getInt("on_hand")));
            });
    return lots;
  }

  private static Columns<String> keys(Set<String> skus) {
    return Columns.of(skus).text("skus", sku -> sku);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    SkuSetting setting =
        new SkuSetting(
            row.getString("sku"), Tracking.valueOf(row.getString("tracking")), row.getInt("shelf_days"), List.of());
    return new Row(setting, row.getInt("version"));
  }
}
