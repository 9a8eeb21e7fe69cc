package dev.crossdock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.sandbox.wire.Native;
import dev.crossdock.sandbox.stock.Shelf;
import dev.crossdock.testing.Installation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
      JsonNode policy = product.get("/api/v1/routing/policies").json().at("/items/0");
      assertThat(policy.at("/state").asString()).isEqualTo("active");
      assertThat(policy.at("/name").asString()).isEqualTo("Fern & Flint");
      String lint = "/api/v1/routing/policies/" + policy.at("/version").asInt() + "/lint";
      assertThat(product.get(lint).json().at("/findings")).isEmpty();
      Traffic traffic = new Traffic(channels, 1, Traffic.Demand.SPREAD, () -> NOW);
      assertThat(traffic.deliver(product, traffic.order(1, Shop.SHOPIFY, NOW))).isEqualTo(200);
      assertThat(traffic.deliver(product, traffic.order(2, Shop.WOOCOMMERCE, NOW))).isEqualTo(200);
    }
  }

  @Test
  void whatEverybodyWantsLiesInOnePlace() throws Exception {
    try (SimulatedChannels channels = SimulatedChannels.open(1);
        Installation house = Installation.thatMayCall(channels.target());
        Product product = new Product(house.uri("/"), Installation.BOOTSTRAP_KEY)) {

      new DemoMerchant(product, channels).setUpWithPlenty(Traffic.Demand.ONE_SKU);

      JsonNode places = product.get("/api/v1/stock/" + Assortment.WANTED.sku()).json().at("/locations");
      assertThat(places).hasSize(Assortment.PLACES.size());
      assertThat(places)
          .filteredOn(place -> place.at("/onHand").asInt() > 0)
          .extracting(place -> place.at("/location").asString())
          .containsExactly(Assortment.WANTED_AT);
      for (JsonNode place : product.get("/api/v1/stock/KTL-STEEL-12").json().at("/locations")) {
        assertThat(place.at("/onHand").asInt()).isPositive();
      }
    }
  }

  @Test
  void everyChannelShowsWhatMayBePromised() throws Exception {
    String kettle = "KTL-STEEL-12";
    try (SimulatedChannels channels = SimulatedChannels.open(1);
        Installation house = Installation.thatMayCall(channels.target());
        Product product = new Product(house.uri("/"), Installation.BOOTSTRAP_KEY)) {
      List<CompletableFuture<Integer>> told = new ArrayList<>();
      for (Shop shop : Shop.values()) {
        CompletableFuture<Integer> heard = new CompletableFuture<>();
        String sku = shop == Shop.AMAZON ? Assortment.amazonSku(kettle) : kettle;
        Shelf.Ear ear =
            (channelSku, _, units, _) -> {
              if (channelSku.equals(sku)) {
                heard.complete(units);
              }
            };
        channels.outlet(shop).shelf().hear(ear);
        told.add(heard);
      }

      new DemoMerchant(product, channels).setUp();

      int promised = product.get("/api/v1/stock/" + kettle).json().at("/availableToPromise").asInt();
      for (CompletableFuture<Integer> heard : told) {
        assertThat(heard.get(60, TimeUnit.SECONDS)).isEqualTo(promised);
      }
    }
  }
}
