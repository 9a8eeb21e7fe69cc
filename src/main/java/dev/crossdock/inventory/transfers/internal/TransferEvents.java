package dev.crossdock.inventory.transfers.internal;

import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What transfers tell the journal: each time all lines as they stand. */
public final class TransferEvents {

  private TransferEvents() {}

  public static JournalEntry requested(Transfer transfer, Instant now) {
    return entry(transfer, "transfer.requested", now, whole(transfer));
  }

  public static JournalEntry of(Transfer transfer, TransferCommand command, Instant now) {
    return switch (command) {
      case TransferCommand.Ship ship -> entry(transfer, "transfer.shipped", ship.happenedAt(), whole(transfer));
      case TransferCommand.Receive receive ->
          entry(
              transfer,
              "transfer.received",
              receive.happenedAt(),
              whole(transfer).put("reference", receive.reference()));
      case TransferCommand.Complete() -> entry(transfer, "transfer.completed", now, whole(transfer));
      case TransferCommand.Cancel() -> entry(transfer, "transfer.cancelled", now, whole(transfer));
    };
  }

  private static ObjectNode whole(Transfer transfer) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", transfer.number())
            .put("from", transfer.from())
            .put("to", transfer.to())
            .put("state", transfer.state().name());
    ArrayNode lines = payload.putArray("lines");
    transfer.lines().forEach(line ->
        lines
            .addObject()
            .put("line", line.line())
            .put("sku", line.sku())
            .put("requested", line.requested())
            .put("shipped", line.shipped())
            .put("received", line.received())
            .put("lost", line.lost()));
    return payload;
  }

  private static JournalEntry entry(Transfer transfer, String type, Instant happenedAt, ObjectNode payload) {
    return new JournalEntry("transfer:" + transfer.id(), transfer.version(), type, happenedAt, payload.toString());
  }
}
