package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table of what was said about where orders go. */
public final class SteeringStore {

  private static final String OF =
      """
      select s.order_id, s.kind, s.location, s.ref, s.reason, s.until_at, s.said_by, s.said_at
      from routing_steering s
      where s.merchant = :merchant and s.order_id = any(:orders::uuid[])
      order by s.order_id, s.said_at, s.kind, s.location
      """;

  private static final String PUT =
      """
      insert into routing_steering (merchant, order_id, kind, location, ref, reason, until_at, said_by, said_at)
      select :merchant, r.*
      from unnest(:orders::uuid[], :kinds::text[], :locations::text[], :refs::uuid[], :reasons::text[],
        :untils::timestamptz[], :people::text[], :times::timestamptz[]) as r
      on conflict (merchant, order_id, kind, location) do update
      set ref = excluded.ref, reason = excluded.reason, until_at = excluded.until_at, said_by = excluded.said_by,
        said_at = excluded.said_at
      """;

  private static final String DROP =
      "delete from routing_steering where merchant = :merchant and order_id = :order and kind = :kind";

  public List<SteeringRow> of(Tx tx, Collection<UUID> orders) {
    return tx.sql(OF)
        .params(Columns.of(orders).text("orders", id -> id).params())
        .query(
            (row, n) -> {
              Timestamp until = row.getTimestamp("until_at");
              return new SteeringRow(
                  new OrderId(row.getObject("order_id", UUID.class)),
                  SteeringRow.Kind.valueOf(row.getString("kind")),
                  row.getString("location"),
                  row.getObject("ref", UUID.class),
                  row.getString("reason"),
                  until == null ? null : until.toInstant(),
                  row.getString("said_by"),
                  row.getTimestamp("said_at").toInstant());
            })
        .list();
  }

  /** The last word about a location counts. */
  public void put(Tx tx, List<SteeringRow> rows) {
    if (!rows.isEmpty()) {
      tx.sql(PUT)
          .params(
              Columns.of(rows)
                  .text("orders", SteeringRow::order)
                  .text("kinds", SteeringRow::kind)
                  .text("locations", SteeringRow::location)
                  .text("refs", SteeringRow::ref)
                  .text("reasons", SteeringRow::reason)
                  .text("untils", SteeringRow::until)
                  .text("people", SteeringRow::by)
                  .text("times", SteeringRow::at)
                  .params())
          .update();
    }
  }

  /** How many there were. */
  public int drop(Tx tx, OrderId order, SteeringRow.Kind kind) {
    return tx.sql(DROP).param("order", order.value()).param("kind", kind.name()).update();
  }
}
