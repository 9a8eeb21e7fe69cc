package dev.crossdock.inventory.internal;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  private static final String ALLOCATIONS =
      """
      with drawn as (
        select d.allocation, sum(d.units) as units, sum(d.gone) as gone
        from allocation_draw d
        where d.merchant = :merchant
        group by d.allocation
      )
      select a.id, a.granted, coalesce(r.units, 0) as remaining, coalesce(d.units, 0) as drawn,
        coalesce(d.gone, 0) as gone
      from allocation a
      left join reservation r on r.merchant = :merchant and r.document = a.id and r.line = 1 and r.sku = a.sku
        and r.location = a.location
      left join drawn d on d.allocation = a.id
      where a.merchant = :merchant and a.granted <> coalesce(r.units, 0) + coalesce(d.units, 0) + coalesce(d.gone, 0)
      order by a.id
      limit :limit
      """;

  private static final String DRAWS =
      """
      select d.document, d.line, d.sku, d.location, sum(d.units) as drawn, coalesce(max(r.units), 0) as reserved
      from allocation_draw d
      left join reservation r on r.merchant = :merchant and r.document = d.document and r.line = d.line
        and r.sku = d.sku and r.location = d.location
      where d.merchant = :merchant
      group by d.document, d.line, d.sku, d.location
      having sum(d.units) > coalesce(max(r.units), 0)
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
    violations.addAll(
        tx.sql(ALLOCATIONS).param("limit", limit).query((ResultSet row, int number) -> allocation(row)).list());
    violations.addAll(tx.sql(DRAWS).param("limit", limit).query((ResultSet row, int number) -> draw(row)).list());
    return violations;
  }

  private static Violation allocation(ResultSet row) throws SQLException {
    String sums =
        "%d units were kept apart, but %d are left, %d drawn and %d gone"
            .formatted(row.getLong("granted"), row.getLong("remaining"), row.getLong("drawn"), row.getLong("gone"));
    return new Violation("stock.allocations", "allocation:" + row.getString("id"), sums);
  }

  private static Violation draw(ResultSet row) throws SQLException {
    String line = row.getString("document") + " line " + row.getInt("line") + " of " + row.getString("sku");
    String sums = "%d units drawn, %d reserved".formatted(row.getLong("drawn"), row.getLong("reserved"));
    return new Violation("stock.allocation-draws", line, sums);
  }
}
