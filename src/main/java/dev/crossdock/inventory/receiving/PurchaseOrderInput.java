package dev.crossdock.inventory.receiving;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as somebody describes it, unchecked.
 *
 * @param number null for the next of ours
 * @param overPerCent 0 refuses more than was ordered, null accepts anything
 */
public record PurchaseOrderInput(
    @Nullable String number,
    String supplier,
    String location,
    @Nullable Integer overPerCent,
    @Nullable LocalDate expectedOn,
    List<Line> lines) {

  /** Units of one SKU, with the cost of one where it is known. */
  public record Line(String sku, long units, @Nullable UnitCost cost) {}
}
