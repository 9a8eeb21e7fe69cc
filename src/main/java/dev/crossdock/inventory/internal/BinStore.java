package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.counting.BinUnits;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies in bins. Whoever writes here has locked the level, and keeps its sum. */
public final class BinStore {

  private static final String OF_LEVELS =
      """
      select b.sku, b.location, b.bin, b.units, b.frozen
      from stock_bin b
      join unnest(:skus::text[], :locations::text[]) as k(sku, location) on k.sku = b.sku and k.location = b.location
      where b.merchant = :merchant
      order by b.sku, b.location, b.bin
      """;

  private static final String OF_SKU =
      """
      select b.sku, b.location, b.bin, b.units, b.frozen
      from stock_bin b
      where b.merchant = :merchant and b.sku = :sku
      order by b.location, b.bin
      """;

  private static final String AT =
      """
      select b.sku, b.location, b.bin, b.units, b.frozen
      from stock_bin b
      where b.merchant = :merchant and b.location = :location and b.bin = :bin
      order by b.sku
      """;

  private static final String PUT =
      """
      insert into stock_bin (merchant, sku, location, bin, units, frozen)
      select :merchant, n.sku, n.location, n.bin, n.units, n.frozen
      from unnest(:skus::text[], :locations::text[], :bins::text[], :units::int[], :frozen::int[])
        as n(sku, location, bin, units, frozen)
      on conflict (merchant, sku, location, bin) do update set units = excluded.units, frozen = excluded.frozen
      """;

  private static final String REMOVE_EMPTY =
      """
      delete from stock_bin b
      using unnest(:skus::text[], :locations::text[]) as k(sku, location)
      where b.merchant = :merchant and b.sku = k.sku and b.location = k.location and b.units = 0 and b.frozen = 0
      """;

  private static final String SUM =
      """
      update stock_level l
      set binned = coalesce((
        select sum(b.units) from stock_bin b
        where b.merchant = :merchant and b.sku = l.sku and b.location = l.location), 0)
      from unnest(:skus::text[], :locations::text[]) as k(sku, location)
      where l.merchant = :merchant and l.sku = k.sku and l.location = k.location
      """;

  /** Units that are gone are taken from bins nobody counts first, the fullest first. */
  private static final String TAKE =
      """
      with gone as (
        select g.sku, g.location, g.units
        from unnest(:skus::text[], :locations::text[], :units::int[]) as g(sku, location, units)
      ), ordered as (
        select b.sku, b.location, b.bin, g.units as wanted,
          sum(b.units) over (partition by b.sku, b.location order by b.frozen > 0, b.units desc, b.bin) - b.units
            as before
        from stock_bin b
        join gone g on g.sku = b.sku and g.location = b.location
        where b.merchant = :merchant
      )
      update stock_bin t
      set units = t.units - least(t.units, o.wanted - o.before)
      from ordered o
      where t.merchant = :merchant and t.sku = o.sku and t.location = o.location and t.bin = o.bin
        and o.before < o.wanted
      """;

  /** Bins of these levels, in the order of their keys. */
  public List<BinUnits> ofLevels(Tx tx, Set<StockKey> keys) {
    return tx.sql(OF_LEVELS).params(keys(keys).params()).query(BinStore::row).list();
  }

  public List<BinUnits> ofSku(Tx tx, String sku) {
    return tx.sql(OF_SKU).param("sku", sku).query(BinStore::row).list();
  }

  /** What lies in one bin of a location. */
  public List<BinUnits> at(Tx tx, String location, String bin) {
    return tx.sql(AT).param("location", location).param("bin", bin).query(BinStore::row).list();
  }

  /** Writes these bins as they are told; the levels' sums follow. */
  public void put(Tx tx, Collection<BinUnits> bins) {
    if (bins.isEmpty()) {
      return;
    }
    Columns<BinUnits> columns =
        Columns.of(bins)
            .text("skus", bin -> bin.key().sku())
            .text("locations", bin -> bin.key().location())
            .text("bins", BinUnits::bin)
            .ints("units", BinUnits::units)
            .ints("frozen", BinUnits::frozen);
    tx.sql(PUT).params(columns.params()).update();
    Columns<StockKey> keys = keys(bins.stream().map(BinUnits::key).distinct().toList());
    tx.sql(REMOVE_EMPTY).params(keys.params()).update();
    tx.sql(SUM).params(keys.params()).update();
  }

  /** Takes what is not on hand any more out of the bins; the caller sets the levels' sums. */
  void take(Tx tx, Map<StockKey, Integer> gone) {
    Columns<Map.Entry<StockKey, Integer>> columns =
        Columns.of(gone.entrySet())
            .text("skus", row -> row.getKey().sku())
            .text("locations", row -> row.getKey().location())
            .ints("units", Map.Entry::getValue);
    tx.sql(TAKE).params(columns.params()).update();
    tx.sql(REMOVE_EMPTY).params(keys(gone.keySet()).params()).update();
  }

  private static Columns<StockKey> keys(Collection<StockKey> keys) {
    return Columns.of(keys).text("skus", StockKey::sku).text("locations", StockKey::location);
  }

  private static BinUnits row(ResultSet row, int number) throws SQLException {
    return new BinUnits(
        new StockKey(row.getString("sku"), row.getString("location")),
        row.getString("bin"),
        row.getInt("units"),
        row.getInt("frozen"));
  }
}
