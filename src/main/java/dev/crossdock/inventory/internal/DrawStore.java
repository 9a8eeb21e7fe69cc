package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** What documents hold out of units kept apart for a group. Whoever writes here has locked the levels. */
public final class DrawStore {

  private static final String ADD =
      """
      insert into allocation_draw as d (merchant, document, line, sku, location, allocation, units, gone)
      select :merchant, n.document, n.line, n.sku, n.location, n.allocation, n.units, 0
      from unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[], :allocations::uuid[],
        :units::int[]) as n(document, line, sku, location, allocation, units)
      order by n.document, n.line, n.sku, n.location, n.allocation
      on conflict (merchant, document, line, sku, location, allocation) do update set units = d.units + excluded.units
      """;

  private static final String OF =
      """
      select d.document, d.line, d.sku, d.location, d.allocation, d.units
      from allocation_draw d
      join unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[])
        as k(document, line, sku, location)
        on k.document = d.document and k.line = d.line and k.sku = d.sku and k.location = d.location
      where d.merchant = :merchant and d.units > 0
      order by d.document, d.line, d.sku, d.location, d.allocation
      """;

  private static final String TAKE =
      """
      update allocation_draw d
      set units = d.units - n.units, gone = d.gone + n.gone
      from unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[], :allocations::uuid[],
        :units::int[], :gone::int[]) as n(document, line, sku, location, allocation, units, gone)
      where d.merchant = :merchant and d.document = n.document and d.line = n.line and d.sku = n.sku
        and d.location = n.location and d.allocation = n.allocation and d.units >= n.units
      """;

  /** Units of a row: what a reservation holds out of an allocation. */
  public record Row(UUID allocation, Reservation taken) {

    Reservation returning(int units) {
      return new Reservation(allocation, 1, taken.sku(), taken.location(), units);
    }
  }

  /** Notes what was drawn; the same line may draw again. */
  public void add(Tx tx, List<Row> rows) {
    if (!rows.isEmpty()) {
      tx.sql(ADD).params(columns(rows).params()).update();
    }
  }

  /** What of these reservations was drawn. */
  List<Row> drawn(Tx tx, Collection<Reservation> given) {
    Map<HeldKey, Integer> open = new HashMap<>();
    given.forEach(reservation -> open.merge(HeldKey.of(reservation), reservation.units(), Integer::sum));
    List<Row> taken = new ArrayList<>();
    for (Row row : of(tx, open.keySet())) {
      HeldKey key = HeldKey.of(row.taken());
      int units = Math.min(row.taken().units(), open.getOrDefault(key, 0));
      if (units > 0) {
        Reservation part = row.taken();
        taken.add(
            new Row(
                row.allocation(),
                new Reservation(part.document(), part.line(), part.sku(), part.location(), units)));
        open.merge(key, -units, Integer::sum);
      }
    }
    return taken;
  }

  /**
   * Takes units off the draws.
   *
   * @param gone of each, units that don't return to their allocation: shipped, or missing
   */
  void take(Tx tx, List<Row> rows, ToIntFunction<Row> gone) {
    if (!rows.isEmpty()) {
      int written = tx.sql(TAKE).params(columns(rows).ints("gone", gone).params()).update();
      if (written != rows.size()) {
        throw new IllegalStateException(written + " of " + rows.size() + " draws could be written");
      }
    }
  }

  private static List<Row> of(Tx tx, Collection<HeldKey> keys) {
    Columns<HeldKey> columns =
        Columns.of(keys)
            .text("documents", HeldKey::document)
            .ints("lines", HeldKey::line)
            .text("skus", key -> key.key().sku())
            .text("locations", key -> key.key().location());
    return tx.sql(OF)
        .params(columns.params())
        .query(
            (ResultSet row, int number) ->
                new Row(
                    row.getObject("allocation", UUID.class),
                    new Reservation(
                        row.getObject("document", UUID.class),
                        row.getInt("line"),
                        row.getString("sku"),
                        row.getString("location"),
                        row.getInt("units"))))
        .list();
  }

  private static Columns<Row> columns(List<Row> rows) {
    return Columns.of(rows)
        .text("documents", row -> row.taken().document())
        .ints("lines", row -> row.taken().line())
        .text("skus", row -> row.taken().sku())
        .text("locations", row -> row.taken().location())
        .text("allocations", Row::allocation)
        .ints("units", row -> row.taken().units());
  }
}
