package dev.crossdock.inventory.receiving.internal;

import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What purchase orders tell the journal. */
public final class PurchaseOrderEvents {

  private PurchaseOrderEvents() {}

  public static JournalEntry placed(PurchaseOrder order, Instant now) {
    ObjectNode payload =
        head(order).put("supplier", order.supplier()).put("location", order.location());
    if (order.expectedOn() != null) {
      payload.put("expectedOn", order.expectedOn().toString());
    }
    ArrayNode lines = payload.putArray("lines");
    order.lines().forEach(line ->
        lines.addObject().put("line", line.line()).put("sku", line.sku()).put("units", line.ordered()));
    return entry(order, "po.placed", now, payload);
  }

  public static JournalEntry of(PurchaseOrder order, PurchaseOrderCommand command, Instant now) {
    return switch (command) {
      case PurchaseOrderCommand.Receive receive -> received(order, receive);
      case PurchaseOrderCommand.Close() -> entry(order, "po.closed", now, head(order));
      case PurchaseOrderCommand.Cancel() -> entry(order, "po.cancelled", now, head(order));
    };
  }

  private static JournalEntry received(PurchaseOrder order, PurchaseOrderCommand.Receive receive) {
    ObjectNode payload = head(order).put("reference", receive.reference());
    ArrayNode lines = payload.putArray("lines");
    receive.lines().forEach(line ->
        lines
            .addObject()
            .put("line", line.line())
            .put("units", line.units())
            .put("damaged", line.damaged())
            .put("qualityControl", line.qualityControl()));
    return entry(order, "po.received", receive.happenedAt(), payload);
  }

  private static ObjectNode head(PurchaseOrder order) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("number", order.number())
        .put("state", order.state().name())
        .put("outstanding", order.outstanding());
  }

  private static JournalEntry entry(PurchaseOrder order, String type, Instant happenedAt, ObjectNode payload) {
    return new JournalEntry("po:" + order.id(), order.version(), type, happenedAt, payload.toString());
  }
}
