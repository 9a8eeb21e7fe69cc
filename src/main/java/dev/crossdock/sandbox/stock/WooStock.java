package dev.crossdock.sandbox.stock;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.stock.Shelf.Listed;
import dev.crossdock.sandbox.wire.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** WooCommerce's REST API as far as stock goes; every fourth listing is a variation of a product. */
public final class WooStock {

  /** Where it begins. */
  public static final String PRODUCTS = "/products";

  private static final String HERE = "";
  private static final int VARIATION_EVERY = 4;
  private static final long FIRST_PARENT = 5_000;

  private final Shelf shelf;

  public WooStock(Shelf shelf) {
    this.shelf = shelf;
  }

  public void answer(Exchange exchange) throws IOException {
    long arrived = System.nanoTime();
    if (shelf.isThrottled()) {
      exchange.with("Retry-After", "1");
      exchange.answer(429, object("code", "too_many_requests", "message", "Slow down."));
      return;
    }
    shelf.pause();
    if (exchange.method().equals("GET")) {
      exchange.answer(200, found(exchange.query("sku")));
    } else {
      exchange.answer(200, object("update", batch(exchange.below(PRODUCTS), exchange.json(), arrived)));
    }
  }

  /** A comma parts SKUs; the whole is looked for as well. */
  private List<Object> found(String skus) {
    List<String> wanted = new ArrayList<>(List.of(skus.split(",")));
    if (wanted.size() > 1) {
      wanted.add(skus);
    }
    return wanted.stream().flatMap(sku -> shelf.find(sku).stream()).map(one -> (Object) shape(one)).toList();
  }

  private List<Object> batch(String path, JsonNode body, long arrived) {
    List<Object> answers = new ArrayList<>();
    for (JsonNode update : body.path("update")) {
      long id = update.path("id").asLong();
      Optional<Listed> found = shelf.find(id).filter(one -> path.equals(address(one)));
      Optional<String> objection = found.flatMap(shelf::objection);
      if (found.isEmpty() || objection.isPresent()) {
        String code = found.isEmpty() ? "woocommerce_rest_product_invalid_id" : "woocommerce_rest_invalid_stock";
        answers.add(object("id", id, "error", object("code", code, "message", objection.orElse("Invalid ID."))));
      } else {
        int units = update.path("stock_quantity").asInt();
        shelf.heard(found.get(), HERE, units, arrived);
        shelf.tell(found.get(), HERE, units);
        answers.add(object("id", id, "manage_stock", true, "stock_quantity", units));
      }
    }
    return answers;
  }

  private Map<String, Object> shape(Listed one) {
    Optional<Integer> units = shelf.units(one, HERE);
    return object(
        "id", one.id(),
        "parent_id", isVariation(one) ? parent(one) : 0,
        "type", isVariation(one) ? "variation" : "simple",
        "sku", one.sku(),
        "manage_stock", units.isPresent(),
        "stock_quantity", units.orElse(null));
  }

  private static String address(Listed one) {
    return isVariation(one) ? "/" + parent(one) + "/variations/batch" : "/batch";
  }

  private static boolean isVariation(Listed one) {
    return one.id() % VARIATION_EVERY == 1;
  }

  private static long parent(Listed one) {
    return FIRST_PARENT + one.id() % 3;
  }
}
