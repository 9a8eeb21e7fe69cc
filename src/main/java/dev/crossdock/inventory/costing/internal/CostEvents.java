package dev.crossdock.inventory.costing.internal;

import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What costing tells the journal: how a SKU is valued, and costs that were told later. */
public final class CostEvents {

  private CostEvents() {}

  public static List<JournalEntry> valued(CostBook book, Instant now) {
    return book.pools().stream().map(pool -> entry(pool, "cost.valued", now, whole(pool))).toList();
  }

  public static List<JournalEntry> told(CostBook book, Instant now) {
    return book.pools().stream()
        .map(
            pool -> {
              ObjectNode payload = whole(pool);
              ArrayNode arrivals = payload.putArray("arrivals");
              book.entries().stream()
                  .filter(entry -> entry.sku().equals(pool.sku()))
                  .forEach(
                      entry ->
                          arrivals
                              .addObject()
                              .put("entry", String.valueOf(entry.costs()))
                              .put("value", entry.value())
                              .put("sales", entry.sales()));
              return entry(pool, "cost.told", now, payload);
            })
        .toList();
  }

  private static ObjectNode whole(CostPool pool) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sku", pool.sku())
        .put("method", pool.method().name())
        .put("currency", pool.currency())
        .put("units", pool.units())
        .put("value", pool.value());
  }

  private static JournalEntry entry(CostPool pool, String type, Instant now, ObjectNode payload) {
    return new JournalEntry("sku-cost:" + pool.sku(), pool.version(), type, now, payload.toString());
  }
}
