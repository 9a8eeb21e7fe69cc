package dev.crossdock.inventory.history.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.history.LedgerEntry;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads levels and their ledger. */
public final class HistoryStore {

  /** Levels of the page, by the primary key. */
  private static final String PAGE =
      """
      with page as materialized (
        select l.sku, l.location, l.on_hand, l.reserved
        from stock_level l
        where l.merchant = :merchant and (l.sku, l.location) > (:afterSku, :afterLocation)
          and (:sku::text is null or l.sku = :sku)
          and (:prefix::text is null or (l.sku >= :prefix and l.sku < :prefixEnd))
          and (:location::text is null or l.location = :location)
        order by l.sku, l.location
        limit :limit
      )
      """;

  private static final String NOW =
      PAGE
          + """
          select p.sku, p.location, p.on_hand, p.reserved, u.reason, u.units as unavailable
          from page p
          left join stock_unavailable u on u.merchant = :merchant and u.sku = p.sku and u.location = p.location
          order by p.sku, p.location, u.reason
          """;

  /** One row for what is unavailable for a reason, and one for everything else: together they are the position. */
  private static final String THEN =
      PAGE
          + """
          select p.sku, p.location, g.unavailable_reason as reason, coalesce(sum(g.on_hand_delta), 0) as on_hand,
            coalesce(sum(g.reserved_delta), 0) as reserved, coalesce(sum(g.unavailable_delta), 0) as unavailable
          from page p
          left join stock_ledger g on g.merchant = :merchant and g.sku = p.sku and g.location = p.location
            and g.happened_at <= :at::timestamptz and g.recorded_at <= :knownAt::timestamptz
          group by p.sku, p.location, g.unavailable_reason
          order by p.sku, p.location, g.unavailable_reason
          """;

  private static final String LEDGER =
      """
      select g.id, g.sku, g.location, g.on_hand_delta, g.reserved_delta, g.unavailable_delta, g.unavailable_reason,
        g.reason, g.document, g.actor, g.correlation, g.happened_at, g.recorded_at
      from stock_ledger g
      where g.merchant = :merchant and g.sku = :sku and g.location = :location and g.id < :before::uuid
      order by g.id desc
      limit :limit
      """;

  private static final UUID LAST = new UUID(-1, -1);
  private static final String AFTER_ALL = "\uDBFF\uDFFF";

  public List<Position> now(Tx tx, PositionQuery query) {
    Map<StockKey, Sums> sums = new LinkedHashMap<>();
    page(tx.sql(NOW), query)
        .query(
            (ResultSet row) -> {
              Sums sum = sums.computeIfAbsent(key(row), first -> new Sums());
              sum.onHand = row.getLong("on_hand");
              sum.reserved = row.getLong("reserved");
              sum.block(row);
            });
    return positions(sums);
  }

  public List<Position> then(Tx tx, PositionQuery query, AsOf asOf) {
    Map<StockKey, Sums> sums = new LinkedHashMap<>();
    page(tx.sql(THEN), query)
        .param("at", asOf.at().toString())
        .param("knownAt", asOf.knownAt().toString())
        .query(
            (ResultSet row) -> {
              Sums sum = sums.computeIfAbsent(key(row), first -> new Sums());
              sum.onHand += row.getLong("on_hand");
              sum.reserved += row.getLong("reserved");
              sum.block(row);
            });
    return positions(sums);
  }

  public List<LedgerEntry> ledger(Tx tx, StockKey key, @Nullable UUID before, int limit) {
    return tx.sql(LEDGER)
        .param("sku", key.sku())
        .param("location", key.location())
        .param("before", (before == null ? LAST : before).toString())
        .param("limit", limit)
        .query(HistoryStore::entry)
        .list();
  }

  private static StatementSpec page(StatementSpec statement, PositionQuery query) {
    StockKey after = query.after();
    return statement
        .param("sku", query.sku())
        .param("prefix", query.prefix())
        .param("prefixEnd", query.prefix() == null ? null : query.prefix() + AFTER_ALL)
        .param("location", query.location())
        .param("afterSku", after == null ? "" : after.sku())
        .param("afterLocation", after == null ? "" : after.location())
        .param("limit", query.limit());
  }

  private static List<Position> positions(Map<StockKey, Sums> sums) {
    List<Position> positions = new ArrayList<>();
    sums.forEach((key, sum) -> positions.add(new Position(key, sum.onHand, sum.reserved, sum.unavailable)));
    return positions;
  }

  private static StockKey key(ResultSet row) throws SQLException {
    return new StockKey(row.getString("sku"), row.getString("location"));
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    String unavailable = row.getString("unavailable_reason");
    return new LedgerEntry(
        row.getObject("id", UUID.class),
        key(row),
        row.getInt("on_hand_delta"),
        row.getInt("reserved_delta"),
        row.getInt("unavailable_delta"),
        unavailable == null ? null : UnavailableReason.valueOf(unavailable),
        StockReason.valueOf(row.getString("reason")),
        row.getString("document"),
        row.getString("actor"),
        row.getObject("correlation", UUID.class),
        instant(row, "happened_at"),
        instant(row, "recorded_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A position being added up. */
  private static final class Sums {

    private long onHand;
    private long reserved;
    private final Map<UnavailableReason, Long> unavailable = new TreeMap<>();

    private void block(ResultSet row) throws SQLException {
      String reason = row.getString("reason");
      long units = row.getLong("unavailable");
      if (reason != null && units != 0) {
        unavailable.merge(UnavailableReason.valueOf(reason), units, Long::sum);
      }
    }
  }
}
