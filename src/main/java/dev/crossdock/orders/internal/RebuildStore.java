package dev.crossdock.orders.internal;

import dev.crossdock.orders.Buckets;
import dev.crossdock.orders.Order;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as they stand, in the shape that an order rebuilt from the journal can be compared with. */
public final class RebuildStore {

  private static final String ORDERS =
      """
      select o.id, o.number, o.lifecycle, o.payment, o.headline, o.total_minor, o.ship_to_ref, o.priority, o.version
      from orders o
      where o.merchant = :merchant and o.id > :after
      order by o.id
      limit :limit
      """;

  private static final String LINES =
      """
      select l.order_id, l.line, l.external_id, l.sku, l.unplaced, l.backordered, l.preordered, l.reserved,
        l.allocated, l.shipped, l.cancelled, l.short, l.discount_minor, l.tax_minor
      from order_line l
      where l.merchant = :merchant and l.order_id = any(:orders::uuid[])
      order by l.order_id, l.line
      """;

  private static final String STRAYS =
      """
      select p.part, p.order_id
      from (
        select 'line' as part, l.order_id from order_line l where l.merchant = :merchant
        union select 'part of a kit', c.order_id from order_line_component c where c.merchant = :merchant
        union select 'tax', t.order_id from order_tax t where t.merchant = :merchant
        union select 'charge', c.order_id from order_charge c where c.merchant = :merchant) p
      where not exists (select 1 from orders o where o.merchant = :merchant and o.id = p.order_id)
      order by p.order_id, p.part
      limit :limit
      """;

  private static final UUID FIRST = new UUID(0, 0);

  /** An order's row. */
  public record OrderRow(
      UUID id,
      String number,
      String lifecycle,
      String payment,
      String headline,
      @Nullable Long total,
      @Nullable UUID shipTo,
      int priority,
      int version) {}

  /** A line's row. */
  public record LineRow(
      UUID order, int line, String externalId, @Nullable String sku, Buckets buckets, long discount, long tax) {}

  /** What belongs to an order that is not there. */
  public record Stray(String part, UUID order) {}

  /** Parts without their order: no foreign key keeps them from being. */
  public List<Stray> strays(Tx tx, int limit) {
    return tx.sql(STRAYS)
        .param("limit", limit)
        .query((row, n) -> new Stray(row.getString("part"), row.getObject("order_id", UUID.class)))
        .list();
  }

  public List<OrderRow> orders(Tx tx, @Nullable UUID after, int limit) {
    return tx.sql(ORDERS)
        .param("after", after == null ? FIRST : after)
        .param("limit", limit)
        .query(
            (row, n) ->
                new OrderRow(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getString("lifecycle"),
                    row.getString("payment"),
                    row.getString("headline"),
                    row.getObject("total_minor", Long.class),
                    row.getObject("ship_to_ref", UUID.class),
                    row.getInt("priority"),
                    row.getInt("version")))
        .list();
  }

  public List<LineRow> lines(Tx tx, List<UUID> orders) {
    return tx.sql(LINES)
        .params(Columns.of(orders).text("orders", id -> id).params())
        .query(
            (row, n) ->
                new LineRow(
                    row.getObject("order_id", UUID.class),
                    row.getInt("line"),
                    row.getString("external_id"),
                    row.getString("sku"),
                    new Buckets(
                        row.getInt("unplaced"),
                        row.getInt("backordered"),
                        row.getInt("preordered"),
                        row.getInt("reserved"),
                        row.getInt("allocated"),
                        row.getInt("shipped"),
                        row.getInt("cancelled"),
                        row.getInt("short")),
                    row.getLong("discount_minor"),
                    row.getLong("tax_minor")))
        .list();
  }

  /** The row this order should have. */
  public static OrderRow row(Order order) {
    return new OrderRow(
        order.id().value(),
        order.number(),
        order.lifecycle().name(),
        order.terms().payment().name(),
        order.headline().word().name(),
        order.sums().total(),
        order.parties().shipTo(),
        order.priority(),
        order.version());
  }

  /** The line rows this order should have. */
  public static List<LineRow> lines(Order order) {
    return order.lines().stream()
        .map(
            line ->
                new LineRow(
                    order.id().value(), line.line(), line.externalId(), line.told().sku(), line.buckets(),
                    line.told().discount(), line.told().tax()))
        .toList();
  }
}
