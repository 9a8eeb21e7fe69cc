package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which lots were picked for which lines. The level's lock guards these rows. */
public final class PickStore {

  private static final String CLEAR =
      """
      delete from stock_pick p
      using unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[])
        as k(document, line, sku, location)
      where p.merchant = :merchant and p.document = k.document and p.line = k.line and p.sku = k.sku
        and p.location = k.location
      returning p.document, p.line, p.sku, p.location, p.lot, p.units
      """;

  private static final String PUT =
      """
      insert into stock_pick (merchant, document, line, sku, location, lot, units)
      select :merchant, n.document, n.line, n.sku, n.location, n.lot, n.units
      from unnest(:documents::uuid[], :lines::int[], :skus::text[], :locations::text[], :lots::text[], :units::int[])
        as n(document, line, sku, location, lot, units)
      """;

  private static final String FORGET =
      """
      delete from stock_pick p
      where p.merchant = :merchant and not exists (
        select 1 from reservation r
        where r.merchant = :merchant and r.document = p.document and r.line = p.line and r.sku = p.sku
          and r.location = p.location)
      """;

  /** What tells a line's promise from others. */
  private record Line(UUID document, int line, String sku, String location) {

    static Line of(Reservation reservation) {
      return new Line(reservation.document(), reservation.line(), reservation.sku(), reservation.location());
    }
  }

  private record Row(Line line, LotUnits lot) {}

  /** What was picked for these lines; it is forgotten with that. */
  public Map<Reservation, List<LotUnits>> take(Tx tx, Collection<Reservation> lines) {
    Map<Line, List<LotUnits>> picked = new HashMap<>();
    Columns<Line> columns = keys(Columns.of(lines.stream().map(Line::of).toList()));
    tx.sql(CLEAR)
        .params(columns.params())
        .query(
            (ResultSet row) -> {
              Line line =
                  new Line(
                      row.getObject("document", UUID.class), row.getInt("line"), row.getString("sku"),
                      row.getString("location"));
              picked.computeIfAbsent(line, first -> new ArrayList<>())
                  .add(new LotUnits(row.getString("lot"), null, row.getInt("units")));
            });
    Map<Reservation, List<LotUnits>> byReservation = new HashMap<>();
    lines.forEach(line -> byReservation.put(line, picked.getOrDefault(Line.of(line), List.of())));
    return byReservation;
  }

  /** Says what was picked for a line, in the place of what was said before. */
  public void put(Tx tx, Map<Reservation, List<LotUnits>> picked) {
    take(tx, picked.keySet());
    List<Row> rows = new ArrayList<>();
    picked.forEach((line, lots) -> lots.forEach(lot -> rows.add(new Row(Line.of(line), lot))));
    if (!rows.isEmpty()) {
      Columns<Row> columns =
          Columns.of(rows)
              .text("documents", row -> row.line().document())
              .ints("lines", row -> row.line().line())
              .text("skus", row -> row.line().sku())
              .text("locations", row -> row.line().location())
              .text("lots", row -> row.lot().lot())
              .ints("units", row -> Math.toIntExact(row.lot().units()));
      tx.sql(PUT).params(columns.params()).update();
    }
  }

  /** Drops what was picked for lines that hold nothing any more; so many rows it were. */
  public int forget(Tx tx) {
    return tx.sql(FORGET).update();
  }

  private static Columns<Line> keys(Columns<Line> columns) {
    return columns
        .text("documents", Line::document)
        .ints("lines", Line::line)
        .text("skus", Line::sku)
        .text("locations", Line::location);
  }
}
