package dev.crossdock.sandbox.stock;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.stock.Shelf.Listed;
import dev.crossdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Shopify's GraphQL API as far as stock goes: all of a call or nothing, and a key each, whose answer is kept. */
public final class ShopifyStock {

  /** The number of the shop's location. */
  public static final String LOCATION = "74215391";

  private static final String ITEM = "gid://shopify/InventoryItem/";
  private static final String PLACE = "gid://shopify/Location/";
  private static final int POINTS_MAX = 2_000;
  private static final int POINTS_A_SECOND = 100;
  private static final int COST = 10;
  private static final Pattern SKU = Pattern.compile("sku:\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Shelf shelf;
  private final Bucket points = new Bucket(POINTS_MAX);
  private final Map<String, List<Object>> keys = new ConcurrentHashMap<>();

  public ShopifyStock(Shelf shelf) {
    this.shelf = shelf;
  }

  public void answer(Exchange exchange) throws IOException {
    JsonNode body = exchange.json();
    String query = body.path("query").asString();
    JsonNode variables = body.path("variables");
    long arrived = System.nanoTime();
    if (shelf.isThrottled() || !points.take(COST, POINTS_A_SECOND)) {
      refuse(exchange, "Throttled", "THROTTLED");
      return;
    }
    shelf.pause();
    Map<String, Object> data = new LinkedHashMap<>();
    if (query.contains("inventorySetQuantities(")) {
      String key = variables.path("key").asString("");
      if (key.isEmpty() || !query.contains("@idempotent(key: $key)")) {
        refuse(exchange, "The @idempotent directive is required for this mutation.", "BAD_REQUEST");
        return;
      }
      List<Object> errors = keys.computeIfAbsent(key, _ -> set(variables.path("input"), arrived));
      data.put("inventorySetQuantities", object("userErrors", errors));
    } else if (query.contains("inventoryActivate(")) {
      for (int n = 0; variables.has("item" + n); n++) {
        data.put("item" + n, object("userErrors", activate(variables, n, arrived)));
      }
    } else if (query.contains("productVariants(")) {
      data.put("productVariants", variants(variables.path("query").asString()));
    } else if (query.contains("nodes(ids")) {
      data.put("nodes", nodes(variables));
    } else {
      data.put("locations", object("nodes", List.of(object("id", PLACE + LOCATION, "isActive", true))));
    }
    exchange.answer(200, object("data", data, "extensions", cost()));
  }

  private List<Object> set(JsonNode input, long arrived) {
    List<Object> errors = new ArrayList<>();
    Map<JsonNode, Listed> found = new LinkedHashMap<>();
    int index = 0;
    for (JsonNode quantity : input.path("quantities")) {
      Optional<Listed> item = item(quantity.path("inventoryItemId"));
      item.ifPresent(one -> found.put(quantity, one));
      String field = String.valueOf(index++);
      if (item.isEmpty()) {
        errors.add(error(field, "inventoryItemId", "The item could not be found.", "INVALID_INVENTORY_ITEM"));
      } else if (!quantity.has("changeFromQuantity")) {
        errors.add(error(field, "changeFromQuantity", "The value is required.", "COMPARE_QUANTITY_REQUIRED"));
      } else if (!shelf.isStocked(item.get(), LOCATION)) {
        errors.add(error(field, "inventoryItemId", "The item is not stocked there.", "ITEM_NOT_STOCKED_AT_LOCATION"));
      } else if (shelf.objection(item.get()).isPresent()) {
        errors.add(error(field, "quantity", shelf.objection(item.get()).get(), "INVALID_QUANTITY_TOO_HIGH"));
      }
    }
    if (errors.isEmpty()) {
      found.forEach((quantity, item) -> tell(item, quantity.path("quantity").asInt(), arrived));
    }
    return errors;
  }

  private void tell(Listed item, int units, long arrived) {
    shelf.heard(item, LOCATION, units, arrived);
    shelf.tell(item, LOCATION, units);
  }

  private List<Object> activate(JsonNode variables, int n, long arrived) {
    Optional<Listed> item = item(variables.path("item" + n));
    Optional<String> objection = item.flatMap(shelf::objection);
    if (item.isEmpty() || objection.isPresent()) {
      return List.of(object("field", null, "message", objection.orElse("The item could not be found.")));
    }
    tell(item.get(), variables.path("units" + n).asInt(), arrived);
    return List.of();
  }

  private Map<String, Object> variants(String query) {
    List<Object> nodes = new ArrayList<>();
    Matcher skus = SKU.matcher(query);
    while (skus.find()) {
      String sku = skus.group(1).replaceAll("\\\\(.)", "$1");
      shelf
          .find(sku)
          .ifPresent(
              one -> nodes.add(object("sku", sku, "inventoryItem", object("id", ITEM + one.id(), "tracked", true))));
    }
    return object("pageInfo", object("hasNextPage", false, "endCursor", null), "nodes", nodes);
  }

  private List<Object> nodes(JsonNode variables) {
    List<Object> nodes = new ArrayList<>();
    for (JsonNode id : variables.path("ids")) {
      Optional<Listed> item = item(id);
      Optional<Integer> units = item.flatMap(one -> shelf.units(one, LOCATION));
      if (item.isPresent() && units.isPresent()) {
        Map<String, Object> level = object("quantities", List.of(object("quantity", units.get())));
        nodes.add(object("id", id.asString(), "inventoryLevel", level));
      }
    }
    return nodes;
  }

  private Optional<Listed> item(JsonNode id) {
    String text = id.asString("");
    boolean isItem = text.matches(ITEM + "\\d{1,9}");
    return isItem ? shelf.find(Long.parseLong(text.substring(ITEM.length()))) : Optional.empty();
  }

  private static Map<String, Object> error(String index, String field, String message, String code) {
    return object("field", List.of("input", "quantities", index, field), "message", message, "code", code);
  }

  private void refuse(Exchange exchange, String message, String code) throws IOException {
    Object error = object("message", message, "extensions", object("code", code));
    exchange.answer(200, object("errors", List.of(error), "extensions", cost()));
  }

  private Map<String, Object> cost() {
    return object(
        "cost",
        object(
            "requestedQueryCost", COST, "actualQueryCost", COST, "throttleStatus",
            object(
                "maximumAvailable", POINTS_MAX, "currentlyAvailable", points.left(), "restoreRate", POINTS_A_SECOND)));
  }
}
