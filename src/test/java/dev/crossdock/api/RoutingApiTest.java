package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.ShopifyDeliveries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where orders go, over HTTP. */
class RoutingApiTest {

  private static final Installation HOUSE = Installation.shared();
  private static final ShopifyDeliveries SHOP = new ShopifyDeliveries(HOUSE, "ro-shop");

  @BeforeAll
  static void stock() {
    SHOP.open();
    HOUSE.post(
        "/api/v1/locations",
        "[{\"code\":\"RO-A\",\"address\":{\"country\":\"US\"}},{\"code\":\"RO-B\",\"address\":{\"country\":\"US\"}}]");
    HOUSE.post("/api/v1/products", "[{\"sku\":\"RO-1\",\"title\":\"T\"},{\"sku\":\"RO-2\",\"title\":\"T\"}]");
    HOUSE.put(
        "/api/v1/stock",
        "[{\"sku\":\"RO-1\",\"location\":\"RO-A\",\"onHand\":9},"
            + "{\"sku\":\"RO-1\",\"location\":\"RO-B\",\"onHand\":9}]");
  }

  @Test
  void anOrderIsTurnedDownPinnedAndFoundByItsDecision() {
    SHOP.delivers("94001", "RO-1", 2);
    String order = SHOP.orderWhen("94001", "/items/0/headline/code", "RELEASED").at("/items/0/id");
    String path = "/api/v1/orders/" + order;
    assertThat(HOUSE.get(path).at("/decision/assignments/0/location")).isEqualTo("RO-A");

    Reply rejected = HOUSE.post(path + "/reject", "{\"location\":\"RO-A\",\"days\":3,\"reason\":\"no hands\"}");
    assertThat(rejected.status()).as(rejected.toString()).isEqualTo(200);
    assertThat(HOUSE.get(path).at("/decision/assignments/0/location")).isEqualTo("RO-B");
    assertThat(HOUSE.get(path + "/journal").text()).contains("turned down by RO-A: no hands");
    assertThat(HOUSE.post(path + "/reject", "{\"location\":\"RO-A\",\"reason\":\"again\"}").status()).isEqualTo(409);

    Reply found = HOUSE.get("/api/v1/routing/decisions?location=RO-B&lost=RO-A&because=turned-down");
    assertThat(found.at("/items/0/order")).isEqualTo(order);
    assertThat(HOUSE.get("/api/v1/routing/decisions?location=RO-A&lost=RO-B").at("/items/0/order")).isEmpty();
    Reply first = HOUSE.get("/api/v1/routing/decisions?limit=1");
    Reply second = HOUSE.get("/api/v1/routing/decisions?limit=1&after=" + first.at("/next"));
    assertThat(second.at("/items/0/id")).isNotEmpty().isNotEqualTo(first.at("/items/0/id"));
    assertThat(HOUSE.get("/api/v1/routing/decisions?after=bm8").status()).isEqualTo(400);

    assertThat(HOUSE.post(path + "/pin", "{\"locations\":[\"NOWHERE\"],\"reason\":\"?\"}").status()).isEqualTo(422);
    assertThat(HOUSE.post(path + "/pin", "{\"locations\":[\"RO-B\"],\"reason\":\"near\"}").status()).isEqualTo(200);
    assertThat(HOUSE.post(path + "/pin", "{\"reason\":\"let go\"}").status()).isEqualTo(200);
    assertThat(HOUSE.post(path + "/route", "{}").status()).isEqualTo(200);
  }

  @Test
  void whatHasNoPlaceIsListedAndAPreviewKeepsNothing() {
    SHOP.delivers("94002", "RO-2", 1);
    String order = SHOP.orderWhen("94002", "/items/0/headline/code", "ATTENTION").at("/items/0/id");
    Reply queue = HOUSE.get("/api/v1/routing/queue?state=BACKORDER&limit=100");
    assertThat(queue.text()).contains(order).contains("RO-2");
    assertThat(HOUSE.get("/api/v1/routing/queue?state=UNROUTABLE&limit=100").text()).doesNotContain(order);

    Reply preview = HOUSE.post("/api/v1/orders/" + order + "/route-preview", "{}");
    assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
    assertThat(preview.at("/policy")).isEqualTo("default");
    assertThat(preview.at("/sentence")).isEqualTo("Nowhere yet: 1 × RO-2 found no stock.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "GET  | /api/v1/routing/queue?state=LOST                                           | 400",
    "GET  | /api/v1/routing/decisions?from=yesterday                                   | 400",
    "POST | /api/v1/orders/0199a1b2-c3d4-7000-8000-000000000000/route                  | 404",
    "POST | /api/v1/orders/0199a1b2-c3d4-7000-8000-000000000000/route-preview          | 404",
    "POST | /api/v1/orders/0199a1b2-c3d4-7000-8000-000000000000/pin                    | 422",
    "POST | /api/v1/orders/0199a1b2-c3d4-7000-8000-000000000000/reject                 | 422",
  })
  void whatMakesNoSenseIsRefused(String method, String path, int status) {
    Reply reply = method.equals("GET") ? HOUSE.get(path) : HOUSE.post(path, "{}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
  }
}
