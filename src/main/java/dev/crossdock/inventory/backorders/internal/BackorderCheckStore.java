package dev.crossdock.inventory.backorders.internal;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.sql.ResultSet;
import java.util.List;

/** Compares what authorisations say is sold under them with who uses them, in the snapshot it is given. */
public final class BackorderCheckStore {

  private static final String SUMS =
      """
      with used as (
        select u.authorisation, sum(u.units) as units, sum(u.filled) as filled
        from backorder_use u
        where u.merchant = :merchant
        group by u.authorisation
      )
      select a.id, a.authorised, a.open_units, a.filled, coalesce(u.units, 0) as used_units,
        coalesce(u.filled, 0) as used_filled
      from backorder_authorisation a
      left join used u on u.authorisation = a.id
      where a.merchant = :merchant
        and (a.open_units <> coalesce(u.units, 0) or a.filled <> coalesce(u.filled, 0)
          or a.open_units + a.filled > a.authorised)
      order by a.id
      limit :limit
      """;

  public List<Violation> violations(Tx tx, int limit) {
    return tx.sql(SUMS)
        .param("limit", limit)
        .query(
            (ResultSet row, int number) ->
                new Violation(
                    "stock.backorders",
                    "backorder:" + row.getString("id"),
                    "%d authorised, %d open and %d filled; its lines use %d and %d"
                        .formatted(
                            row.getInt("authorised"), row.getInt("open_units"), row.getInt("filled"),
                            row.getLong("used_units"), row.getLong("used_filled"))))
        .list();
  }
}
