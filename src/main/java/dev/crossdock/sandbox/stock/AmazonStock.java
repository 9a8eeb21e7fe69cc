package dev.crossdock.sandbox.stock;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.stock.Shelf.Listed;
import dev.crossdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The Listings Items API as far as stock goes, one SKU a call, so many calls a second. */
public final class AmazonStock {

  /** Where it begins. */
  public static final String ITEMS = "/listings/2021-08-01/items/";

  private static final String HERE = "";
  private static final int BURST = 5;
  private static final int BURST_ASKED = 10;

  private final Shelf shelf;
  private final Bucket patches = new Bucket(BURST);
  private final Bucket gets = new Bucket(BURST_ASKED);
  private final Bucket searches = new Bucket(BURST);

  public AmazonStock(Shelf shelf) {
    this.shelf = shelf;
  }

  public void answer(Exchange exchange) throws IOException {
    long arrived = System.nanoTime();
    boolean asks = exchange.method().equals("GET");
    String identifiers = exchange.query("identifiers");
    Bucket granted = !asks ? patches : identifiers.isEmpty() ? gets : searches;
    int perSecond = shelf.pace().perSecond();
    exchange.with("x-amzn-RateLimit-Limit", perSecond + ".0");
    if (shelf.isThrottled() || !granted.take(1, perSecond)) {
      exchange.answer(429, error("QuotaExceeded", "You exceeded your quota for the requested resource."));
      return;
    }
    shelf.pause();
    List<String> marketplaces = List.of(exchange.query("marketplaceIds").split(","));
    if (asks && !identifiers.isEmpty()) {
      List<Object> items = new ArrayList<>();
      for (String sku : identifiers.split(",")) {
        shelf.find(sku).ifPresent(one -> items.add(item(one, marketplaces)));
      }
      exchange.answer(200, object("numberOfResults", items.size(), "items", items));
      return;
    }
    String raw = exchange.rawPath();
    String sku = URLDecoder.decode(raw.substring(raw.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    Optional<Listed> found = shelf.find(sku);
    if (found.isEmpty() || exchange.query("marketplaceIds").isEmpty()) {
      exchange.answer(404, error("NOT_FOUND", "The SKU was not found in the marketplace."));
    } else if (asks) {
      exchange.answer(200, item(found.get(), marketplaces));
    } else {
      exchange.answer(200, patched(found.get(), exchange.json(), arrived));
    }
  }

  private Map<String, Object> item(Listed one, List<String> marketplaces) {
    int units = shelf.units(one, HERE).orElse(0);
    return object(
        "sku", one.sku(),
        "summaries",
        marketplaces.stream().map(id -> (Object) object("marketplaceId", id, "productType", "KITCHEN")).toList(),
        "fulfillmentAvailability", List.of(object("fulfillmentChannelCode", "DEFAULT", "quantity", units)));
  }

  private Map<String, Object> patched(Listed one, JsonNode body, long arrived) {
    Optional<String> objection = shelf.objection(one);
    JsonNode value = body.at("/patches/0/value/0");
    boolean right =
        body.at("/patches/0/op").asString("").equals("merge")
            && body.at("/patches/0/path").asString("").equals("/attributes/fulfillment_availability")
            && value.path("fulfillment_channel_code").asString("").equals("DEFAULT");
    if (objection.isPresent() || !right) {
      Map<String, Object> issue =
          object(
              "code", "99022", "severity", "ERROR", "categories", List.of("INVALID_ATTRIBUTE"), "message",
              objection.orElse("The patch is not understood."));
      return object("sku", one.sku(), "status", "INVALID", "submissionId", "none", "issues", List.of(issue));
    }
    int units = value.path("quantity").asInt();
    shelf.heard(one, HERE, units, arrived);
    shelf.tell(one, HERE, units);
    return object("sku", one.sku(), "status", "ACCEPTED", "submissionId", "s" + arrived, "issues", List.of());
  }

  private static Map<String, Object> error(String code, String message) {
    return object("errors", List.of(object("code", code, "message", message)));
  }
}
