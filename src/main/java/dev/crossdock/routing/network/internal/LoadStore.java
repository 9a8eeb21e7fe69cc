package dev.crossdock.routing.network.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of what locations were given by day. */
public final class LoadStore {

  private static final String READ =
      """
      select l.location, l.day, l.orders, l.hour_at, l.hour_orders
      from network_load l
      join unnest(:locations::text[], :days::date[]) as n(location, day) on l.location = n.location and l.day = n.day
      where l.merchant = :merchant
      """;

  /** Rows are written in the order of their keys, so that two transactions meet in the same order. */
  private static final String COUNT =
      """
      insert into network_load as l (merchant, location, day, orders, hour_at, hour_orders, day_max, hour_max)
      select :merchant, n.location, n.day, n.orders, n.hour_at, n.hour_orders, n.day_max, n.hour_max
      from unnest(:locations::text[], :days::date[], :orders::int[], :hours::timestamptz[], :hourOrders::int[],
        :dayMost::int[], :hourMost::int[]) as n(location, day, orders, hour_at, hour_orders, day_max, hour_max)
      order by n.location, n.day
      on conflict (merchant, location, day) do update
      set orders = l.orders + excluded.orders,
        hour_orders = case when l.hour_at = excluded.hour_at then l.hour_orders + excluded.hour_orders
          when l.hour_at < excluded.hour_at then excluded.hour_orders else l.hour_orders end,
        hour_at = greatest(l.hour_at, excluded.hour_at), day_max = excluded.day_max, hour_max = excluded.hour_max
      """;

  /** Whatever is not written has lost a race. */
  private static final String WITHIN_LIMITS =
      COUNT
          + """
          where (excluded.day_max is null or l.orders + excluded.orders <= excluded.day_max)
            and (excluded.hour_max is null or l.hour_at <> excluded.hour_at
              or l.hour_orders + excluded.hour_orders <= excluded.hour_max)
          """;

  private static final String GIVE_BACK =
      """
      update network_load l
      set orders = greatest(0, l.orders - n.orders),
        hour_orders = greatest(0, l.hour_orders - case when l.hour_at = n.hour_at then n.hour_orders else 0 end)
      from unnest(:locations::text[], :days::date[], :orders::int[], :hours::timestamptz[], :hourOrders::int[])
        as n(location, day, orders, hour_at, hour_orders)
      where l.merchant = :merchant and l.location = n.location and l.day = n.day
      """;

  /**
   * Orders of a location on one of its days.
   *
   * @param hour the latest clock hour in which any were, and {@code hourOrders} those
   * @param limits what it can take on; null for any number
   */
  public record Row(
      String location, LocalDate day, int orders, Instant hour, int hourOrders, @Nullable Capacity limits) {}

  /** Where and when somebody asks. */
  public record Spot(String location, LocalDate day) {}

  /** What is counted so far. */
  public record Counted(int orders, Instant hour, int hourOrders) {}

  public Map<Spot, Counted> read(Tx tx, Collection<Spot> spots) {
    Map<Spot, Counted> found = new HashMap<>();
    tx.sql(READ)
        .params(Columns.of(spots).text("locations", Spot::location).text("days", Spot::day).params())
        .query(
            (ResultSet row) -> {
              Spot spot = new Spot(row.getString("location"), row.getObject("day", LocalDate.class));
              Instant hour = row.getTimestamp("hour_at").toInstant();
              found.put(spot, new Counted(row.getInt("orders"), hour, row.getInt("hour_orders")));
            });
    return found;
  }

  /** Counts the orders, whatever the limits. */
  public void count(Tx tx, List<Row> rows) {
    write(tx, COUNT, rows);
  }

  /** Counts the orders; false when a limit would be broken by what others have counted meanwhile. */
  public boolean countWithinLimits(Tx tx, List<Row> rows) {
    return write(tx, WITHIN_LIMITS, rows) == rows.size();
  }

  private static int write(Tx tx, String sql, List<Row> rows) {
    return rows.isEmpty()
        ? 0
        : tx.sql(sql)
            .params(
                columns(rows)
                    .text("dayMost", row -> row.limits() == null ? null : row.limits().perDay())
                    .text("hourMost", row -> row.limits() == null ? null : row.limits().perHour())
                    .params())
            .update();
  }

  public void giveBack(Tx tx, List<Row> rows) {
    if (!rows.isEmpty()) {
      tx.sql(GIVE_BACK).params(columns(rows).params()).update();
    }
  }

  private static Columns<Row> columns(List<Row> rows) {
    return Columns.of(rows)
        .text("locations", Row::location)
        .text("days", Row::day)
        .ints("orders", Row::orders)
        .text("hours", Row::hour)
        .ints("hourOrders", Row::hourOrders);
  }
}
