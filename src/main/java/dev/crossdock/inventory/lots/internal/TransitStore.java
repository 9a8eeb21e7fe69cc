package dev.crossdock.inventory.lots.internal;

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

/** Lots on their way with a transfer. Whoever writes here has locked the transfer. */
public final class TransitStore {

  private static final String SENT =
      """
      insert into stock_lot_transit as t (merchant, transfer, sku, lot, units)
      select :merchant, n.transfer::uuid, n.sku, n.lot, sum(n.units)
      from unnest(:transfers::text[], :skus::text[], :lots::text[], :units::int[]) as n(transfer, sku, lot, units)
      group by n.transfer, n.sku, n.lot
      on conflict (merchant, transfer, sku, lot) do update set units = t.units + excluded.units
      """;

  private static final String OF =
      """
      select t.sku, t.lot, t.units
      from stock_lot_transit t
      join stock_lot m on m.merchant = :merchant and m.sku = t.sku and m.lot = t.lot
      where t.merchant = :merchant and t.transfer = :transfer::uuid and t.lot <> ''
      order by t.sku, m.expires_on nulls last, m.first_at, t.lot
      """;

  private static final String ARRIVED =
      """
      update stock_lot_transit t
      set units = t.units - n.units
      from unnest(:skus::text[], :lots::text[], :units::int[]) as n(sku, lot, units)
      where t.merchant = :merchant and t.transfer = :transfer::uuid and t.sku = n.sku and t.lot = n.lot
        and t.units > n.units
      """;

  private static final String GONE =
      """
      delete from stock_lot_transit t
      using unnest(:skus::text[], :lots::text[], :units::int[]) as n(sku, lot, units)
      where t.merchant = :merchant and t.transfer = :transfer::uuid and t.sku = n.sku and t.lot = n.lot
        and t.units <= n.units
      """;

  private static final String LOST =
      "delete from stock_lot_transit t where t.merchant = :merchant and t.transfer = :transfer::uuid";

  /** Units of a lot that left with a document. */
  public record Lot(String document, String sku, String lot, int units) {

    private Lot and(Lot more) {
      return new Lot(document, sku, lot, Math.addExact(units, more.units()));
    }
  }

  public void sent(Tx tx, Collection<Lot> lots) {
    if (!lots.isEmpty()) {
      Columns<Lot> columns =
          Columns.of(lots)
              .text("transfers", Lot::document)
              .text("skus", Lot::sku)
              .text("lots", Lot::lot)
              .ints("units", Lot::units);
      tx.sql(SENT).params(columns.params()).update();
    }
  }

  /** What is on its way with a transfer, by SKU, what expires first first. */
  public Map<String, List<LotUnits>> of(Tx tx, UUID transfer) {
    Map<String, List<LotUnits>> lots = new HashMap<>();
    tx.sql(OF)
        .param("transfer", transfer.toString())
        .query(
            (ResultSet row) -> {
              String sku = row.getString("sku");
              lots.computeIfAbsent(sku, first -> new ArrayList<>())
                  .add(new LotUnits(row.getString("lot"), null, row.getInt("units")));
            });
    return lots;
  }

  /** These are not on their way any more; each lot is told once. */
  public void arrived(Tx tx, UUID transfer, Collection<Lot> lots) {
    if (!lots.isEmpty()) {
      Map<List<String>, Lot> merged = new HashMap<>();
      lots.forEach(lot -> merged.merge(List.of(lot.sku(), lot.lot()), lot, Lot::and));
      Columns<Lot> columns =
          Columns.of(merged.values()).text("skus", Lot::sku).text("lots", Lot::lot).ints("units", Lot::units);
      tx.sql(GONE).params(columns.params()).param("transfer", transfer.toString()).update();
      tx.sql(ARRIVED).params(columns.params()).param("transfer", transfer.toString()).update();
    }
  }

  /** Nothing more arrives. */
  public void lost(Tx tx, UUID transfer) {
    tx.sql(LOST).param("transfer", transfer.toString()).update();
  }
}
