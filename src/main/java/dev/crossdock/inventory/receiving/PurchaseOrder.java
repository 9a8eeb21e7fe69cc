package dev.crossdock.inventory.receiving;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods ordered from a supplier.
 *
 * @param supplier a code of ours for the supplier
 * @param location where the goods are to arrive
 * @param overPerCent what may come beyond the ordered units of a line; 0 refuses more, null accepts anything
 * @param version counts its changes, from 1
 */
public record PurchaseOrder(
    UUID id,
    String number,
    String supplier,
    String location,
    PurchaseOrderState state,
    @Nullable Integer overPerCent,
    @Nullable LocalDate expectedOn,
    List<Line> lines,
    int version,
    Instant createdAt) {

  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  /**
   * Units of one SKU.
   *
   * @param line its number, from 1
   * @param received may be above {@code ordered}, as far as the order allows it
   * @param closed outstanding units that will not come
   * @param cost of one unit; null when nobody said
   */
  public record Line(int line, String sku, int ordered, int received, int closed, @Nullable UnitCost cost) {

    /** Units that are still to come. */
    public int outstanding() {
      return Math.max(0, ordered - received - closed);
    }

    Line receive(int units) {
      return new Line(line, sku, ordered, received + units, closed, cost);
    }

    Line close() {
      return new Line(line, sku, ordered, received, closed + outstanding(), cost);
    }
  }

  /** Units that are still to come, over all lines. */
  public long outstanding() {
    return lines.stream().mapToLong(Line::outstanding).sum();
  }

  /** What of it is on its way. */
  List<IncomingUnits> incoming() {
    List<IncomingUnits> units = new ArrayList<>();
    for (Line line : lines) {
      StockKey key = new StockKey(line.sku(), location);
      int rest = state == PurchaseOrderState.OPEN ? line.outstanding() : 0;
      units.add(new IncomingUnits(key, IncomingKind.PURCHASE_ORDER, id, line.line(), rest, expectedOn));
    }
    return units;
  }

  PurchaseOrder with(PurchaseOrderState next, List<Line> changed) {
    return new PurchaseOrder(
        id, number, supplier, location, next, overPerCent, expectedOn, changed, version + 1, createdAt);
  }
}
