package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of how SKUs move. */
public final class PaceStore {

  private static final String PUT =
      """
      insert into network_pace (merchant, sku, location, sold_per_day, oldest_at)
      select :merchant, n.sku, n.location, n.sold_per_day, n.oldest_at
      from unnest(:skus::text[], :locations::text[], :sold::double precision[], :oldest::timestamptz[])
        as n(sku, location, sold_per_day, oldest_at)
      order by n.sku, n.location
      on conflict (merchant, sku, location) do update
      set sold_per_day = excluded.sold_per_day, oldest_at = excluded.oldest_at
      """;

  private static final String READ =
      """
      select p.sku, p.location, p.sold_per_day, p.oldest_at
      from network_pace p
      where p.merchant = :merchant and p.sku = any(:skus::text[])
      """;

  /** What is reckoned of one level. */
  public record Row(StockKey key, double soldPerDay, @Nullable Instant oldest) {}

  public void put(Tx tx, List<Row> rows) {
    if (!rows.isEmpty()) {
      tx.sql(PUT)
          .params(
              Columns.of(rows)
                  .text("skus", row -> row.key().sku())
                  .text("locations", row -> row.key().location())
                  .text("sold", Row::soldPerDay)
                  .text("oldest", Row::oldest)
                  .params())
          .update();
    }
  }

  public List<Row> read(Tx tx, Set<String> skus) {
    return tx.sql(READ)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .query(
            (ResultSet row, int number) -> {
              StockKey key = new StockKey(row.getString("sku"), row.getString("location"));
              Timestamp oldest = row.getTimestamp("oldest_at");
              return new Row(key, row.getDouble("sold_per_day"), oldest == null ? null : oldest.toInstant());
            })
        .list();
  }
}
