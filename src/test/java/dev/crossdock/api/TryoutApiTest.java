package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.ShopifyDeliveries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies tried on orders as they are now, over HTTP. */
class TryoutApiTest {

  private static final Installation HOUSE = Installation.shared();
  private static final ShopifyDeliveries SHOP = new ShopifyDeliveries(HOUSE, "try-shop");
  private static final String WEST =
      "{\"name\":\"west\",\"rules\":[{\"name\":\"west\",\"from\":{\"codes\":[\"TRY-B\"]},"
          + "\"otherwise\":{\"do\":\"backorder\",\"shipRest\":true}}]}";

  @BeforeAll
  static void stock() {
    SHOP.open();
    HOUSE.post(
        "/api/v1/locations",
        "[{\"code\":\"TRY-A\",\"address\":{\"country\":\"US\"}},"
            + "{\"code\":\"TRY-B\",\"address\":{\"country\":\"US\"}}]");
    HOUSE.post("/api/v1/products", "[{\"sku\":\"TRY-1\",\"title\":\"T\"}]");
    HOUSE.put(
        "/api/v1/stock",
        "[{\"sku\":\"TRY-1\",\"location\":\"TRY-A\",\"onHand\":9},"
            + "{\"sku\":\"TRY-1\",\"location\":\"TRY-B\",\"onHand\":9}]");
  }

  @Test
  void anOrderIsTriedByItsNumberAndByItsIdWithWhatWouldBeDifferent() {
    SHOP.delivers("95001", "TRY-1", 2);
    Reply order = SHOP.orderWhen("95001", "/items/0/headline/code", "RELEASED");
    String number = order.at("/items/0/number");

    Reply tried = HOUSE.post("/api/v1/routing/try", "{\"order\":\"" + number + "\",\"policy\":" + WEST + "}");

    assertThat(tried.status()).as(tried.toString()).isEqualTo(200);
    assertThat(tried.at("/units")).isEqualTo("ALL");
    assertThat(tried.at("/decision/rule")).isEqualTo("west");
    assertThat(tried.at("/decision/assignments/0/location")).isEqualTo("TRY-B");
    assertThat(tried.at("/decided/rule")).isNotEqualTo("west");
    assertThat(tried.at("/differs")).isEqualTo("true");
    assertThat(tried.at("/moves/0/from")).isEqualTo("TRY-A");
    assertThat(tried.at("/moves/0/to")).isEqualTo("TRY-B");
    Reply same = HOUSE.post("/api/v1/routing/try", "{\"order\":\"" + order.at("/items/0/id") + "\"}");
    assertThat(same.at("/differs")).as(same.toString()).isEqualTo("false");
  }

  @Test
  void aMessageOfAChannelIsTriedAndNothingOfItIsKept() {
    String message = SHOP.message("95002", "TRY-1", 3, "paid").replace("\"", "\\\"").replace("\n", " ");
    Reply tried =
        HOUSE.post(
            "/api/v1/routing/try",
            "{\"message\":{\"channel\":\"shopify\",\"account\":\"try-shop\",\"topic\":\"orders/create\",\"body\":\""
                + message + "\"}}");

    assertThat(tried.status()).as(tried.toString()).isEqualTo(200);
    assertThat(tried.at("/decision/assignments/0/units")).isEqualTo("3");
    assertThat(tried.at("/order")).isEmpty();
    assertThat(HOUSE.get("/api/v1/orders?channel=shopify&externalId=95002").at("/items/0/id")).isEmpty();
  }

  @Test
  void whatAShadowWouldHaveDoneIsTold() {
    String version = HOUSE.post("/api/v1/routing/policies", "{\"policy\":" + WEST + "}").at("/version");
    Reply shadow = HOUSE.post("/api/v1/routing/policies/" + version + "/shadow", "{}");
    assertThat(shadow.status()).as(shadow.toString()).isEqualTo(200);
    SHOP.delivers("95003", "TRY-1", 1);
    SHOP.orderWhen("95003", "/items/0/headline/code", "RELEASED");

    Reply figures = HOUSE.get("/api/v1/routing/policies/" + version + "/shadow");
    Reply orders = HOUSE.get("/api/v1/routing/policies/" + version + "/shadow/orders");
    HOUSE.post("/api/v1/routing/policies/" + version + "/archive", "{}");

    assertThat(Integer.parseInt(figures.at("/totals/0/orders"))).as(figures.toString()).isPositive();
    assertThat(figures.at("/totals/0/failed")).isEqualTo("0");
    assertThat(orders.text()).contains("1 TRY-1 from TRY-A to TRY-B");
    assertThat(HOUSE.get("/api/v1/routing/policies/999999/shadow").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{}                                                                             | 422",
    "{\"order\":\"no such number\"}                                                 | 404",
    "{\"order\":\"0199a1b2-c3d4-7000-8000-000000000000\"}                           | 404",
    "{\"order\":\"1\",\"pasted\":{}}                                                | 422",
    "{\"pasted\":{}}                                                                | 422",
    "{\"pasted\":{\"lines\":[{\"sku\":\"TRY-1\"}]},\"policyVersion\":999999}        | 422",
    "{\"pasted\":{\"lines\":[{\"sku\":\"TRY-1\"}]},\"policy\":{\"rules\":7}}        | 422",
    "{\"message\":{\"channel\":\"nobody\",\"body\":\"{}\"}}                         | 422",
    "{\"message\":{\"channel\":\"shopify\",\"account\":\"try-shop\",\"body\":\"x\"}} | 422",
  })
  void whatMakesNoSenseIsRefused(String body, int status) {
    Reply reply = HOUSE.post("/api/v1/routing/try", body.strip());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
  }
}
