package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Looks up where orders were sent from. */
public final class LastPlaceStore {

  /** The last decision that placed anything; where it placed most, and of equals the first by code. */
  private static final String PLACES =
      """
      select distinct on (o.id) o.id, p.location
      from unnest(:orders::uuid[]) as o(id)
      cross join lateral (
        select d.detail
        from routing_decision d
        where d.merchant = :merchant and d.order_id = o.id and d.chosen <> '{}'
        order by d.id desc
        limit 1
      ) d
      cross join lateral (
        select a ->> 'location' as location, sum((a ->> 'units')::int) as units
        from json_array_elements(d.detail -> 'plan') as a
        group by 1
      ) p
      order by o.id, p.units desc, p.location
      """;

  /** By order; those that have no place are absent. */
  public Map<OrderId, String> places(Tx tx, Collection<OrderId> orders) {
    Map<OrderId, String> places = new HashMap<>();
    tx.sql(PLACES)
        .params(Columns.of(orders).text("orders", OrderId::value).params())
        .query(
            row -> {
              places.put(new OrderId(row.getObject("id", UUID.class)), row.getString("location"));
            });
    return places;
  }
}
