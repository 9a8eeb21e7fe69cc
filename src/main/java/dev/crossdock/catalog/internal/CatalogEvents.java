package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.Listing;
import dev.crossdock.catalog.Sku;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the catalogue tells the journal: each thing whole, as it now stands. */
final class CatalogEvents {

  private CatalogEvents() {}

  static JournalEntry described(ProductRow product, Instant at) {
    ObjectNode payload = object().put("product", product.handle()).put("title", product.title());
    return entry("product:" + product.handle(), product.version(), "product.described", at, payload);
  }

  static JournalEntry described(Sku sku, Instant at) {
    ObjectNode payload =
        object()
            .put("sku", sku.sku())
            .put("title", sku.title())
            .put("product", sku.product())
            .put("barcode", sku.barcode())
            .put("weightGrams", sku.weightGrams())
            .put("active", sku.active());
    ArrayNode components = payload.putArray("components");
    for (Component component : sku.components()) {
      components.addObject().put("sku", component.sku()).put("units", component.units());
    }
    return entry("sku:" + sku.sku(), sku.version(), "sku.described", at, payload);
  }

  static JournalEntry mapped(Listing listing, Instant at) {
    ObjectNode payload =
        object()
            .put("channel", listing.channelSku().channel())
            .put("account", listing.channelSku().account())
            .put("channelSku", listing.channelSku().sku())
            .put("sku", listing.sku());
    return entry("listing:" + listing.channelSku(), listing.version(), "listing.mapped", at, payload);
  }

  private static JournalEntry entry(String stream, int version, String type, Instant at, ObjectNode payload) {
    return new JournalEntry(stream, version, type, at, payload.toString());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
