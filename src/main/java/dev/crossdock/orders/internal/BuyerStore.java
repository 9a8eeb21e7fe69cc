package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.history.BuyerHistory.Before;
import dev.crossdock.orders.history.BuyerHistory.Question;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Looks up what a buyer ordered before. */
public final class BuyerStore {

  private static final String BEFORE =
      """
      select k.order_id, count(*) as orders,
        string_agg(o.id::text, ' ' order by o.received_at desc, o.id desc) as latest
      from unnest(:orders::uuid[], :contacts::uuid[], :until::timestamptz[]) as k(order_id, contact, until)
      join orders o on o.merchant = :merchant and o.contact_ref = k.contact
      where o.id <> k.order_id and o.received_at <= k.until and not o.test
        and o.lifecycle not in ('CANCELLED', 'REJECTED')
      group by k.order_id
      """;

  private static final int LATEST_MAX = 3;

  private record Pair(Question question, UUID contact) {}

  public Map<OrderId, Before> before(Tx tx, List<Question> questions) {
    List<Pair> pairs =
        questions.stream().flatMap(q -> q.contacts().stream().map(contact -> new Pair(q, contact))).toList();
    Map<OrderId, Before> found = new HashMap<>();
    tx.sql(BEFORE)
        .params(
            Columns.of(pairs)
                .text("orders", pair -> pair.question().order())
                .text("contacts", Pair::contact)
                .text("until", pair -> pair.question().until())
                .params())
        .query(
            row -> {
              List<OrderId> latest =
                  Stream.of(row.getString("latest").split(" ", LATEST_MAX + 1))
                      .limit(LATEST_MAX)
                      .map(UUID::fromString)
                      .map(OrderId::new)
                      .toList();
              found.put(new OrderId(row.getObject("order_id", UUID.class)), new Before(row.getInt("orders"), latest));
            });
    return found;
  }
}
