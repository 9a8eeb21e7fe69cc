package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.skus.LevelQuery;
import dev.crossdock.inventory.skus.SkuStock.Holder;
import dev.crossdock.inventory.skus.SkuStock.Movement;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that look at one SKU over all its locations. */
public final class SkuStockStore {

  /** From each level its latest rows by the ledger's own key, so that a long ledger costs no more than a short one. */
  private static final String MOVEMENTS =
      """
      select g.id, g.location, g.on_hand_delta, g.reserved_delta, g.unavailable_delta, g.reason, g.document,
        g.actor, g.happened_at
      from stock_level l
      cross join lateral (
        select e.id, e.location, e.on_hand_delta, e.reserved_delta, e.unavailable_delta, e.reason, e.document,
          e.actor, e.happened_at
        from stock_ledger e
        where e.merchant = :merchant and e.sku = l.sku and e.location = l.location and e.id < :before::uuid
        order by e.id desc
        limit :limit) g
      where l.merchant = :merchant and l.sku = :sku
      order by g.id desc
      limit :limit
      """;

  private static final String HOLDERS =
      """
      select r.document, r.line, r.location, r.units, r.reserved_at
      from reservation r
      where r.merchant = :merchant and r.sku = :sku
      order by r.reserved_at desc, r.document desc, r.line, r.location
      limit :limit
      """;

  /** One row a SKU; the order is by what may be promised, or by name alone when that is 0 for all. */
  private static final String LEVELS =
      """
      select f.sku, f.available
      from (
        select l.sku, sum(l.on_hand - l.reserved - l.unavailable) as available
        from stock_level l
        where l.merchant = :merchant and (:skus::text[] is null or l.sku = any(:skus::text[]))
          and (:location::text is null or l.location = :location)
        group by l.sku) f
      where (:most::bigint is null or f.available <= :most::bigint)
        and (not :keptApart or exists (
          select 1 from allocation a where a.merchant = :merchant and a.sku = f.sku and a.granted > 0))
        and (:afterSku::text is null
          or (:byAvailable and (f.available, f.sku) > (:afterAvailable::bigint, :afterSku))
          or (not :byAvailable and f.sku > :afterSku))
      order by case when :byAvailable then f.available else 0 end, f.sku
      limit :limit
      """;

  /** SKUs by what lies there. */
  public List<LevelQuery.Found> levels(Tx tx, LevelQuery query) {
    LevelQuery.After after = query.after();
    Set<String> skus = query.skus();
    return tx.sql(LEVELS)
        .param("skus", skus == null ? null : skus.toArray(String[]::new))
        .param("location", query.location())
        .param("most", query.availableMost())
        .param("keptApart", query.keptApart())
        .param("byAvailable", query.byAvailable())
        .param("afterSku", after == null ? null : after.sku())
        .param("afterAvailable", after == null ? 0 : after.available())
        .param("limit", query.limit())
        .query((row, n) -> new LevelQuery.Found(row.getString("sku"), row.getLong("available")))
        .list();
  }

  public List<Movement> movements(Tx tx, String sku, @Nullable UUID before, int limit) {
    return tx.sql(MOVEMENTS)
        .param("before", (before == null ? new UUID(-1, -1) : before).toString())
        .param("sku", sku)
        .param("limit", limit)
        .query((row, n) -> new Movement(
            row.getObject("id", UUID.class),
            row.getString("location"),
            row.getInt("on_hand_delta"),
            row.getInt("reserved_delta"),
            row.getInt("unavailable_delta"),
            row.getString("reason"),
            row.getString("document"),
            row.getString("actor"),
            instant(row, "happened_at")))
        .list();
  }

  public List<Holder> holders(Tx tx, String sku, int limit) {
    return tx.sql(HOLDERS)
        .param("sku", sku)
        .param("limit", limit)
        .query((row, n) -> new Holder(
            row.getObject("document", UUID.class),
            row.getInt("line"),
            row.getString("location"),
            row.getInt("units"),
            instant(row, "reserved_at")))
        .list();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
