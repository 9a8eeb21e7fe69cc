package dev.crossdock.orders.internal;

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

  private static final String SETTLED =
      """
      select distinct h.order_id
      from hold h
      join orders o on o.merchant = h.merchant and o.id = h.order_id
      where h.merchant = :merchant and o.merchant = :merchant and h.reason = 'COMPLIANCE' and h.released_at is null
        and not exists (
          select 1 from restricted_country r where r.merchant = :merchant and r.country = o.ship_country)
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

  /** Orders held for a destination that is restricted no more. */
  public List<OrderId> settled(Tx tx) {
    return tx.sql(SETTLED).query((row, n) -> new OrderId(row.getObject(1, UUID.class))).list();
  }
}
