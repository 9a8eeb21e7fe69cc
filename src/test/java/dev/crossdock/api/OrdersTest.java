package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.customers.PersonalData;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.ShopifyDeliveries;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job over real HTTP: a signed message in, an order out, reserved and routed, and what stops it. */
class OrdersTest {

  private static final Installation HOUSE = Installation.shared();
  private static final ShopifyDeliveries SHOP = new ShopifyDeliveries(HOUSE, "orders-test");

  @BeforeAll
  static void aShopWithStock() {
    SHOP.open();
    HOUSE.post(
        "/api/v1/locations",
        "{\"code\":\"OT-NYC\",\"address\":{\"country\":\"US\"},\"geo\":{\"lat\":40.7,\"lon\":-74}}");
    HOUSE.post("/api/v1/products", "{\"sku\":\"OT-1\",\"title\":\"Lamp\"}");
    HOUSE.put("/api/v1/stock", "{\"sku\":\"OT-1\",\"location\":\"OT-NYC\",\"onHand\":100}");
  }

  @Test
  void showsASignedOrderReservedAndRoutedWithItsReason() {
    SHOP.delivers("91001", "OT-1", 2);

    Reply found = SHOP.orderWhen("91001", "/items/0/headline/code", "RELEASED");
    Reply order = HOUSE.get("/api/v1/orders/" + found.at("/items/0/id"));

    assertThat(order.status()).isEqualTo(200);
    assertThat(order.at("/channel/externalId")).isEqualTo("91001");
    assertThat(order.at("/lines/0/sku")).isEqualTo("OT-1");
    assertThat(order.at("/lines/0/units/allocated")).isEqualTo("2");
    assertThat(order.at("/money/total/amount")).isEqualTo("20.00");
    assertThat(order.at("/money/total/currency")).isEqualTo("USD");
    assertThat(order.at("/fulfilmentOrders/0/location")).isEqualTo("OT-NYC");
    assertThat(order.at("/decision/sentence")).isNotEmpty();
    assertThat(order.at("/decision/candidates/0/verdict")).isNotEmpty();
    assertThat(order.text()).doesNotContain("Ada", "Example Street", "ada@example.com");
    assertThat(HOUSE.get("/api/v1/stock/OT-1").at("/locations/0/reserved")).isNotEqualTo("0");
  }

  @Test
  void showsWhatTheBuyerWroteUntilItIsErased() {
    SHOP.deliversWithNote("91009", "OT-1", "Ring twice, Grace");
    String id = SHOP.orderWhen("91009", "/items/0/headline/code", "RELEASED").at("/items/0/id");
    Reply order = HOUSE.get("/api/v1/orders/" + id);
    assertThat(order.at("/note/text")).isEqualTo("Ring twice, Grace");
    assertThat(order.at("/note/erased")).isEqualTo("false");
    assertThat(order.at("/personalData/0/erased")).isEqualTo("false");
    assertThat(HOUSE.get("/api/v1/orders/" + id + "/journal").text()).doesNotContain("Grace");

    String ref = HOUSE.get("/api/v1/orders/" + id + "/journal").at("/items/0/payload/parties/note");
    Cause cause = Cause.of(Actor.system("test"), "test", new UUID(0, 1));
    int erased =
        HOUSE.part(Door.class).write(
            Merchant.MAIN, cause, tx -> HOUSE.part(PersonalData.class).erase(tx, Set.of(UUID.fromString(ref))));
    assertThat(erased).isEqualTo(1);

    Reply after = HOUSE.get("/api/v1/orders/" + id);
    assertThat(after.at("/note/text")).isEmpty();
    assertThat(after.at("/note/erased")).isEqualTo("true");
    assertThat(after.text()).contains("erasedAt").doesNotContain("Grace");
  }

  @Test
  void tellsTheHistoryInPages() {
    SHOP.delivers("91002", "OT-1", 1);
    String id = SHOP.orderWhen("91002", "/items/0/headline/code", "RELEASED").at("/items/0/id");

    Reply first = HOUSE.get("/api/v1/orders/" + id + "/journal?limit=1");
    Reply second = HOUSE.get("/api/v1/orders/" + id + "/journal?limit=1&after=" + first.at("/next"));

    assertThat(first.at("/items/0/type")).isEqualTo("order.placed");
    assertThat(first.at("/items/0/version")).isEqualTo("1");
    assertThat(first.at("/items/0/actor/kind")).isEqualTo("CHANNEL");
    assertThat(first.at("/items/0/payload/number")).isNotEmpty();
    assertThat(second.at("/items/0/version")).isEqualTo("2");
  }

  @Test
  void answersNotModifiedToWhoHasItAlready() {
    SHOP.delivers("91003", "OT-1", 1);
    String id = SHOP.orderWhen("91003", "/items/0/headline/code", "RELEASED").at("/items/0/id");
    String tag = HOUSE.get("/api/v1/orders/" + id).header("etag");
    HttpRequest again = HOUSE.request("GET", "/api/v1/orders/" + id, "").header("If-None-Match", tag).build();

    Reply unchanged = HOUSE.send(again);

    assertThat(tag).isNotEmpty();
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.text()).isEmpty();
  }

  @Test
  void anUnmappedSkuStopsItsLineUntilItIsMapped() {
    SHOP.delivers("91004", "OT-UNMAPPED", 1);
    Reply held = SHOP.orderWhen("91004", "/items/0/exceptions/0", "MAPPING_MISSING");
    assertThat(HOUSE.get("/api/v1/exceptions").text()).contains("OT-UNMAPPED");

    Reply mapped =
        HOUSE.put(
            "/api/v1/listings",
            "{\"channel\":\"shopify\",\"account\":\"orders-test\",\"channelSku\":\"OT-UNMAPPED\",\"sku\":\"OT-1\"}");

    assertThat(held.at("/items/0/headline/code")).isNotEqualTo("RELEASED");
    assertThat(mapped.at("/ordersFreed")).as(mapped.toString()).isEqualTo("1");
    SHOP.orderWhen("91004", "/items/0/headline/code", "RELEASED");
    assertThat(HOUSE.get("/api/v1/exceptions").text()).doesNotContain("OT-UNMAPPED");
  }

  @Test
  void aPersonsReasonLetsAHeldOrderGoOn() {
    SHOP.delivers("91005", "OT-1", 1, "pending");
    String id = SHOP.orderWhen("91005", "/items/0/headline/code", "ON_HOLD").at("/items/0/id");
    String hold = HOUSE.get("/api/v1/orders/" + id).at("/holds/0/id");
    String release = "/api/v1/orders/" + id + "/holds/" + hold + "/release";

    assertThat(HOUSE.post(release, "{}").at("/errors/0/pointer")).isEqualTo("/note");
    Reply released = HOUSE.post(release, "{\"note\":\"paid by hand\"}");
    Reply again = HOUSE.post(release, "{\"note\":\"paid by hand\"}");

    assertThat(released.status()).as(released.toString()).isEqualTo(200);
    assertThat(released.at("/hold")).isEqualTo(hold);
    assertThat(HOUSE.get("/api/v1/orders/" + id).at("/holds/0/release/note")).isEqualTo("paid by hand");
    assertThat(again.status()).isEqualTo(404);
    SHOP.orderWhen("91005", "/items/0/headline/code", "RELEASED");
  }

  @Test
  void whatIsNoOrderIsParkedShownAndRunAgain() {
    byte[] broken = "{\"id\":91006,\"line_items\":7}".getBytes(StandardCharsets.UTF_8);
    SHOP.deliversRaw("broken-91006", broken);
    String message = HOUSE.eventually("/api/v1/inbox/parked", "/items/0/account", "orders-test").at("/items/0/id");
    assertThat(HOUSE.eventually("/api/v1/exceptions", message).text()).contains("INTAKE_INVALID");

    Reply parked = HOUSE.get("/api/v1/inbox/" + message);
    Reply rerun = HOUSE.post("/api/v1/inbox/" + message + "/rerun", "");

    assertThat(parked.at("/state")).isEqualTo("PARKED");
    assertThat(parked.at("/rule")).isNotEmpty();
    assertThat(parked.at("/path")).startsWith("/");
    assertThat(rerun.status()).as(rerun.toString()).isEqualTo(200);
    HOUSE.eventually("/api/v1/inbox/" + message, "/state", "PARKED");
    assertThat(HOUSE.post("/api/v1/inbox/00000000-0000-0000-0000-000000000000/rerun", "").status()).isEqualTo(404);
  }

  @Test
  void findsOrdersByTheFilterLanguage() {
    SHOP.delivers("91007", "OT-1", 1);
    SHOP.orderWhen("91007", "/items/0/headline/code", "RELEASED");

    assertThat(HOUSE.get("/api/v1/orders?channel=shopify&limit=1").at("/items/0/channel")).isEqualTo("shopify");
    assertThat(HOUSE.get("/api/v1/orders?q=sku:OT-1&limit=100").text()).contains("91007");
    assertThat(HOUSE.get("/api/v1/orders?q=nonsense:x").status()).isEqualTo(400);
    assertThat(HOUSE.get("/api/v1/orders?externalId=91007").status()).isEqualTo(400);
    assertThat(HOUSE.get("/api/v1/orders?channel=shopify&externalId=none").at("/items")).isEqualTo("[]");
  }

  @Test
  void knowsNoOrderThatIsNotThere() {
    String nowhere = "/api/v1/orders/00000000-0000-0000-0000-000000000000";

    assertThat(HOUSE.get(nowhere).status()).isEqualTo(404);
    assertThat(HOUSE.get(nowhere + "/journal").status()).isEqualTo(404);
    assertThat(HOUSE.get("/api/v1/orders/not-an-id").status()).isEqualTo(400);
  }
}
