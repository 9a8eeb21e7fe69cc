package dev.crossdock.api.v1.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order.
 *
 * @param overPerCent what may come beyond the ordered units; absent accepts anything
 * @param version counts its changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PurchaseOrderView(
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

  /**
   * Units of one SKU.
   *
   * @param outstanding still to come
   * @param closed will not come
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      int line, String sku, int ordered, int received, int outstanding, int closed, @Nullable Amount unitCost) {

    static Line of(PurchaseOrder.Line line) {
      return new Line(
          line.line(),
          line.sku(),
          line.ordered(),
          line.received(),
          line.outstanding(),
          line.closed(),
          line.cost() == null ? null : Amount.of(line.cost().minor(), line.cost().currency()));
    }
  }

  static PurchaseOrderView of(PurchaseOrder order) {
    return new PurchaseOrderView(
        order.id(), order.number(), order.supplier(), order.location(), order.state(), order.overPerCent(),
        order.expectedOn(), order.lines().stream().map(Line::of).toList(), order.version(), order.createdAt());
  }
}
