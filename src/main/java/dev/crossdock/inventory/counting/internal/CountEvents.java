package dev.crossdock.inventory.counting.internal;

import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What counts tell the journal: each time all lines as they stand, and of their lots those that were wrong. */
public final class CountEvents {

  private CountEvents() {}

  public static JournalEntry begun(StockCount count, Instant now) {
    return entry(count, "count.begun", now);
  }

  public static JournalEntry of(StockCount count, CountCommand command, Instant now) {
    return switch (command) {
      case CountCommand.Submit submit -> entry(count, "count.counted", submit.countedAt());
      case CountCommand.Approve approve -> entry(count, "count.approved", now);
      case CountCommand.Recount recount -> entry(count, "count.repeated", now);
      case CountCommand.Cancel() -> entry(count, "count.cancelled", now);
    };
  }

  private static JournalEntry entry(StockCount count, String type, Instant happenedAt) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", count.number())
            .put("location", count.location())
            .put("state", count.state().name());
    ArrayNode lines = payload.putArray("lines");
    count.lines().forEach(line -> {
      ObjectNode told =
          lines
              .addObject()
              .put("line", line.line())
              .put("sku", line.sku())
              .put("bin", line.bin())
              .put("state", line.state().name())
              .put("expected", line.expected())
              .put("counted", line.counted())
              .put("variance", line.variance());
      line.wrong().forEach(lot ->
          told.withArray("lots")
              .addObject()
              .put("lot", lot.lot())
              .put("expected", lot.expected())
              .put("counted", lot.counted()));
    });
    return new JournalEntry("count:" + count.id(), count.version(), type, happenedAt, payload.toString());
  }
}
