package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is unavailable at a level, by reason. Whoever writes here has locked the level. */
public final class BlockStore {

  private static final String OF_LEVELS =
      """
      select u.sku, u.location, u.reason, u.units
      from stock_unavailable u
      join unnest(:skus::text[], :locations::text[]) as k(sku, location)
        on k.sku = u.sku and k.location = u.location
      where u.merchant = :merchant
      """;

  private static final String PUT =
      """
      insert into stock_unavailable (merchant, sku, location, reason, units)
      select :merchant, n.sku, n.location, n.reason, n.units
      from unnest(:skus::text[], :locations::text[], :reasons::text[], :units::int[])
        as n(sku, location, reason, units)
      on conflict (merchant, sku, location, reason) do update set units = excluded.units
      """;

  private static final String REMOVE =
      """
      delete from stock_unavailable u
      using unnest(:skus::text[], :locations::text[], :reasons::text[]) as k(sku, location, reason)
      where u.merchant = :merchant and u.sku = k.sku and u.location = k.location and u.reason = k.reason
      """;

  /** Units by level and reason; what is missing is zero. */
  Map<BlockKey, Integer> blocked(Tx tx, Set<StockKey> keys) {
    Map<BlockKey, Integer> blocked = new HashMap<>();
    Columns<StockKey> columns =
        Columns.of(keys).text("skus", StockKey::sku).text("locations", StockKey::location);
    tx.sql(OF_LEVELS)
        .params(columns.params())
        .query(
            row -> {
              StockKey key = new StockKey(row.getString("sku"), row.getString("location"));
              blocked.put(
                  new BlockKey(key, UnavailableReason.valueOf(row.getString("reason"))), row.getInt("units"));
            });
    return blocked;
  }

  /** Writes what is blocked now, and removes what is not any more. */
  void write(Tx tx, Map<BlockKey, Integer> blocked) {
    List<Map.Entry<BlockKey, Integer>> kept = blocked.entrySet().stream().filter(row -> row.getValue() > 0).toList();
    if (!kept.isEmpty()) {
      Columns<Map.Entry<BlockKey, Integer>> columns = Columns.of(kept);
      columns
          .text("skus", row -> row.getKey().key().sku())
          .text("locations", row -> row.getKey().key().location())
          .text("reasons", row -> row.getKey().reason())
          .ints("units", Map.Entry::getValue);
      tx.sql(PUT).params(columns.params()).update();
    }
    remove(tx, blocked.entrySet().stream().filter(row -> row.getValue() == 0).map(Map.Entry::getKey).toList());
  }

  private static void remove(Tx tx, Collection<BlockKey> gone) {
    if (!gone.isEmpty()) {
      Columns<BlockKey> columns =
          Columns.of(gone)
              .text("skus", row -> row.key().sku())
              .text("locations", row -> row.key().location())
              .text("reasons", BlockKey::reason);
      tx.sql(REMOVE).params(columns.params()).update();
    }
  }
}
