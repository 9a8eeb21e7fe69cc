package dev.crossdock.sandbox.drills.growth;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A stored order, and by which words it is looked for. */
record Sample(String id, String number, String email, String lastName, String sku, String location) {

  private static final Pattern EMAIL = Pattern.compile("\"email\" ?: ?\"([^\"]+)\"");
  private static final Pattern LAST_NAME = Pattern.compile("\"last_name\" ?: ?\"([^\"]+)\"");

  /** The order that the message told of. */
  static Sample of(Product product, Message message) {
    String query = "?channel=" + message.shop().channel() + "&externalId=" + message.orderId();
    JsonNode row = product.get("/api/v1/orders" + query).orFail("an order").json().at("/items/0");
    String id = row.at("/id").asString();
    JsonNode order = product.get("/api/v1/orders/" + id).orFail("an order").json();
    String body = new String(message.body(), StandardCharsets.UTF_8);
    return new Sample(
        id, order.at("/number").asString(), word(EMAIL, body), word(LAST_NAME, body),
        order.at("/lines/0/sku").asString(), order.at("/fulfilmentOrders/0/location").asString());
  }

  private static String word(Pattern pattern, String body) {
    Matcher found = pattern.matcher(body);
    if (!found.find()) {
      throw new IllegalStateException("an order that tells no " + pattern);
    }
    return found.group(1);
  }
}
