package dev.crossdock.inventory.internal;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Compares what is kept apart for somebody with the reservations behind it, in the snapshot it is given. */
public final class PromiseCheckStore {

  private static final String CHECKOUT =
      """
      with promised as (
        select r.document, sum(r.units) as units
        from reservation r
        join checkout_hold c on c.merchant = :merchant and c.id = r.document
        where r.merchant = :merchant
        group by r.document
      )
      select h.id, h.state, h.reserved, coalesce(p.units, 0) as promised
      from checkout_hold h
      left join promised p on p.document = h.id
      where h.merchant = :merchant and h.reserved <> coalesce(p.units, 0)
      order by h.id
      limit :limit
      """;

  public List<Violation> violations(Tx tx, int limit) {
    List<Violation> violations = new ArrayList<>();
    tx.sql(CHECKOUT)
        .param("limit", limit)
        .query(
            (ResultSet row) -> {
              String state = row.getString("state");
              String sums =
                  "a checkout hold that is %s keeps %d units, the reservations say %d"
                      .formatted(state, row.getLong("reserved"), row.getLong("promised"));
              violations.add(new Violation("stock.checkout-holds", "checkout:" + row.getString("id"), sums));
            });
    return violations;
  }
}
