package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.ShopifyDeliveries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A version applied to orders that are not released, over HTTP. */
class ApplyApiTest {

  private static final Installation HOUSE = Installation.fresh();
  private static final ShopifyDeliveries SHOP = new ShopifyDeliveries(HOUSE, "ap-shop");
  private static final String APPLY = "/api/v1/routing/apply";
  private static final String WEST =
      "{\"policy\":{\"name\":\"west\",\"rules\":[{\"name\":\"west\",\"from\":{\"codes\":[\"AP-B\"]},"
          + "\"otherwise\":{\"do\":\"backorder\",\"shipRest\":true}}]}}";

  @BeforeAll
  static void orders() {
    SHOP.open();
    HOUSE.post(
        "/api/v1/locations",
        "[{\"code\":\"AP-A\",\"address\":{\"country\":\"US\"}},{\"code\":\"AP-B\",\"address\":{\"country\":\"US\"}}]");
    HOUSE.post("/api/v1/products", "[{\"sku\":\"AP-1\",\"title\":\"T\"}]");
    HOUSE.put(
        "/api/v1/stock",
        "[{\"sku\":\"AP-1\",\"location\":\"AP-A\",\"onHand\":9},"
            + "{\"sku\":\"AP-1\",\"location\":\"AP-B\",\"onHand\":9}]");
    for (String id : new String[] {"96001", "96002", "96003"}) {
      SHOP.delivers(id, "AP-1", 2, "pending");
      SHOP.orderWhen(id, "/items/0/headline/code", "ON_HOLD");
    }
  }

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @Test
  void aVersionIsLookedAtFirstThenAppliedAndToldOrderByOrder() {
    String version = HOUSE.post("/api/v1/routing/policies", WEST).at("/version");
    String wish = "{\"policyVersion\":" + version;
    assertThat(HOUSE.post(APPLY, wish + "}").status()).as("a draft can't be applied").isEqualTo(409);

    Reply preview = HOUSE.post(APPLY, wish + ",\"preview\":true}");
    assertThat(preview.status()).as(preview.toString()).isEqualTo(201);
    Reply looked = HOUSE.eventually(APPLY + "/" + preview.at("/id"), "/state", "DONE");
    assertThat(looked.at("/total")).isEqualTo("3");
    assertThat(looked.at("/changed")).isEqualTo("3");
    Reply first = HOUSE.get(APPLY + "/" + preview.at("/id") + "/orders?limit=2");
    assertThat(first.at("/items/0/outcome")).isEqualTo("CHANGED");
    assertThat(first.at("/items/0/words")).isEqualTo("2 AP-1 from AP-A to AP-B");
    Reply rest = HOUSE.get(APPLY + "/" + preview.at("/id") + "/orders?limit=2&after=" + first.at("/next"));
    assertThat(rest.json().at("/items").size()).isEqualTo(1);

    HOUSE.post("/api/v1/routing/policies/" + version + "/activate", "{}");
    Reply run = HOUSE.post(APPLY, wish + "}");
    assertThat(run.status()).as(run.toString()).isEqualTo(201);
    Reply done = HOUSE.eventually(APPLY + "/" + run.at("/id"), "/state", "DONE");
    assertThat(done.at("/changed")).isEqualTo("3");
    assertThat(HOUSE.post(APPLY + "/" + run.at("/id") + "/cancel", "{}").status()).as("it has ended").isEqualTo(409);
    assertThat(HOUSE.get(APPLY).json().at("/items").size()).isEqualTo(2);
    assertThat(HOUSE.get("/api/v1/stock?sku=AP-1").text()).contains("AP-B");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    String nobody = APPLY + "/0199a1b2-c3d4-7000-8000-000000000000";
    assertThat(HOUSE.post(APPLY, "{}").status()).isEqualTo(422);
    assertThat(HOUSE.post(APPLY, "{\"policyVersion\":999999,\"preview\":true}").status()).isEqualTo(404);
    assertThat(HOUSE.get(nobody).status()).isEqualTo(404);
    assertThat(HOUSE.get(nobody + "/orders").status()).isEqualTo(404);
    assertThat(HOUSE.post(nobody + "/cancel", "{}").status()).isEqualTo(404);
  }
}
