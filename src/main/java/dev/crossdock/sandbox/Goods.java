package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.object;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Goods that arrive at the demo merchant's warehouses, so that it never sells out for good. */
final class Goods {

  private static final int LOW = 40;
  private static final int PALLET = 150;
  private static final int BOX = 2;
  private static final String WAREHOUSE = "NJ1";

  private final Product product;

  Goods(Product product) {
    this.product = product;
  }

  /** Fills up what runs low; of scarce things only a box arrives. */
  void arrive() {
    List<Object> counts = new ArrayList<>();
    for (Assortment.Item item : Assortment.ITEMS) {
      JsonNode stock = product.get("/api/v1/stock/" + item.sku()).orFail("the stock of " + item.sku()).json();
      boolean scarce = DemoMerchant.SCARCE.contains(item.sku());
      if (stock.at("/availableToPromise").asLong() < (scarce ? 1 : LOW)) {
        int more = scarce ? BOX : PALLET;
        counts.add(object("sku", item.sku(), "location", WAREHOUSE, "onHand", onHand(stock) + more));
      }
    }
    if (!counts.isEmpty()) {
      product.put("/api/v1/stock", counts).orFail("the stock");
    }
  }

  private static long onHand(JsonNode stock) {
    for (JsonNode level : stock.at("/locations")) {
      if (level.at("/location").asString().equals(WAREHOUSE)) {
        return level.at("/onHand").asLong();
      }
    }
    return 0;
  }
}
