package dev.crossdock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demo merchant against a real installation. */
class DemoMerchantTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void setsItsHouseUpOnceAndIsHeard() throws IOException {
    try (Installation house = Installation.fresh();
        SimulatedChannels channels = SimulatedChannels.open(1);
        Product product = new Product(house.uri("/"), Installation.BOOTSTRAP_KEY)) {
      DemoMerchant merchant = new DemoMerchant(product, channels);
      String kettle = "/api/v1/stock/KTL-STEEL-12";

      assertThat(merchant.setUp()).isTrue();
      JsonNode counted = product.get(kettle).json();
      product
          .put("/api/v1/stock", Native.object("sku", "KTL-STEEL-12", "location", "NJ1", "onHand", 5))
          .orFail("the stock");
      assertThat(merchant.setUp()).isFalse();

      assertThat(counted.at("/locations")).hasSize(Assortment.PLACES.size());
      assertThat(product.get(kettle).json().toString()).contains("\"onHand\":5");
      assertThat(product.get("/api/v1/channel-accounts").json().at("/items")).hasSize(Shop.values().length);
      assertThat(product.get("/api/v1/stock/" + Assortment.UNMAPPED.sku()).status()).isEqualTo(404);
      Traffic traffic = new Traffic(channels, 1, () -> NOW);
      assertThat(traffic.deliver(product, traffic.order(1, Shop.SHOPIFY, NOW))).isEqualTo(200);
      assertThat(traffic.deliver(product, traffic.order(2, Shop.WOOCOMMERCE, NOW))).isEqualTo(200);
    }
  }
}
