package dev.crossdock.orders.internal;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The countries a merchant ships nothing to, and the orders that are held. */
public final class RestrictionStore {

  private static final String COUNTRIES = "select country from restricted_country where merchant = :merchant";

  private static final String FORGET = "delete from restricted_country where merchant = :merchant";

  private static final String INSERT =
      "insert into restricted_country (merchant, country) select :merchant, r from unnest(:countries::text[]) as r";

  private static final String HELD =
      """
      select distinct h.order_id
      from hold h
      where h.merchant = :merchant and h.reason = :reason and h.released_at is null
      order by h.order_id
      """;

  public Set<String> countries(Tx tx) {
    return tx.sql(COUNTRIES).query(String.class).stream().collect(Collectors.toSet());
  }

  public void replace(Tx tx, Set<String> countries) {
    tx.sql(FORGET).update();
    if (!countries.isEmpty()) {
      tx.sql(INSERT).param("countries", countries.toArray(String[]::new)).update();
    }
  }

  public List<OrderId> held(Tx tx, Hold.Reason reason) {
    return tx.sql(HELD).param("reason", reason.name()).query((row, n) -> new OrderId(row.getObject(1, UUID.class))).list();
  }
}
