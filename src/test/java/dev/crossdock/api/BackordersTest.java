package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.ShopifyDeliveries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selling ahead and what is done about lines without stock, over HTTP. */
class BackordersTest {

  private static final Installation HOUSE = Installation.shared();
  private static final ShopifyDeliveries SHOP = new ShopifyDeliveries(HOUSE, "bo-shop");
  private static final String DAY = "2099-01-15";

  @BeforeAll
  static void stock() {
    SHOP.open();
    HOUSE.post("/api/v1/locations", "{\"code\":\"BO-NYC\",\"address\":{\"country\":\"US\"}}");
    HOUSE.post(
        "/api/v1/products",
        "[{\"sku\":\"BO-1\",\"title\":\"T\"},{\"sku\":\"BO-2\",\"title\":\"T\"},{\"sku\":\"BO-3\",\"title\":\"T\"},"
            + "{\"sku\":\"BO-4\",\"title\":\"T\"}]");
    HOUSE.put("/api/v1/stock", "[{\"sku\":\"BO-4\",\"location\":\"BO-NYC\",\"onHand\":50}]");
  }

  @Test
  void anAuthorisationIsUsedShownChangedAndClosed() {
    Reply made = authorise("{\"sku\":\"BO-1\",\"kind\":\"BACKORDER\",\"units\":5,\"promisedOn\":\"" + DAY + "\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String path = "/api/v1/backorder-authorisations/" + made.at("/id");
    assertThat(HOUSE.get("/api/v1/atp?sku=BO-1").at("/items/0/terms/0/term")).isEqualTo("BACKORDER");

    SHOP.delivers("93001", "BO-1", 3);
    String order = SHOP.orderWhen("93001", "/items/0/headline/code", "BACKORDERED").at("/items/0/id");
    Reply shown = HOUSE.get("/api/v1/orders/" + order);
    assertThat(shown.at("/lines/0/units/backordered")).isEqualTo("3");
    assertThat(shown.at("/lines/0/soldAhead/0/promisedOn")).isEqualTo(DAY);
    assertThat(shown.at("/exceptions/0/type")).isEmpty();
    assertThat(HOUSE.get(path).at("/open")).isEqualTo("3");
    assertThat(HOUSE.get("/api/v1/atp?sku=BO-1").at("/items/0/available")).isEqualTo("2");

    Reply lowered = HOUSE.post(path + "/change", "{\"units\":2}");
    assertThat(lowered.status()).isEqualTo(422);
    assertThat(lowered.at("/errors/0/pointer")).isEqualTo("/units");
    assertThat(HOUSE.post(path + "/change", "{\"units\":4,\"promisedOn\":\"2099-02-01\"}").at("/authorised"))
        .isEqualTo("4");
    assertThat(HOUSE.get("/api/v1/orders/" + order).at("/lines/0/soldAhead/0/expectedOn")).isEqualTo("2099-02-01");
    assertThat(HOUSE.post(path + "/close", "{}").status()).isEqualTo(200);
    assertThat(HOUSE.post(path + "/close", "{}").status()).isEqualTo(409);
    assertThat(HOUSE.get("/api/v1/atp?sku=BO-1").at("/items/0/available")).isEqualTo("0");
    assertThat(HOUSE.get("/api/v1/backorder-authorisations?sku=BO-1").at("/items/0/closedAt")).isNotEmpty();
  }

  @Test
  void anOversoldLineComesWithRemediesThatWork() {
    Reply substitutes = HOUSE.put("/api/v1/products/BO-2/substitutes", "{\"substitutes\":[\"BO-4\"]}");
    assertThat(substitutes.status()).as(substitutes.toString()).isEqualTo(200);
    SHOP.delivers("93002", "BO-2", 2);
    String order = SHOP.orderWhen("93002", "/items/0/headline/code", "ATTENTION").at("/items/0/id");
    Reply shown = HOUSE.get("/api/v1/orders/" + order);
    assertThat(shown.at("/exceptions/0/type")).isEqualTo("OVERSOLD");
    assertThat(shown.at("/exceptions/0/remedies/0/kind")).isEqualTo("SUBSTITUTE");
    assertThat(shown.at("/exceptions/0/remedies/0/parameters/sku")).isEqualTo("BO-4");
    assertThat(shown.at("/exceptions/0/remedies/1/kind")).isEqualTo("CANCEL");
    assertThat(HOUSE.get("/api/v1/exceptions?limit=100").text()).contains("\"kind\":\"SUBSTITUTE\"");

    Reply done =
        HOUSE.post("/api/v1/orders/" + order + "/lines/1/substitute", "{\"sku\":\"BO-4\",\"reason\":\"agreed\"}");

    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    Reply after = HOUSE.get("/api/v1/orders/" + order);
    assertThat(after.at("/lines/0/sku")).isEqualTo("BO-4");
    assertThat(after.at("/lines/0/units/allocated")).isEqualTo("2");
    assertThat(after.at("/exceptions/0/type")).isEmpty();
  }

  @Test
  void aTransferBringsWhatALineLacks() {
    HOUSE.post(
        "/api/v1/locations", "{\"code\":\"BO-FBA\",\"kind\":\"MARKETPLACE\",\"address\":{\"country\":\"US\"}}");
    HOUSE.post("/api/v1/products", "[{\"sku\":\"BO-5\",\"title\":\"T\"}]");
    HOUSE.put("/api/v1/stock", "[{\"sku\":\"BO-5\",\"location\":\"BO-FBA\",\"onHand\":9}]");
    SHOP.delivers("93004", "BO-5", 2);
    String order = SHOP.orderWhen("93004", "/items/0/headline/code", "ATTENTION").at("/items/0/id");
    Reply shown = HOUSE.get("/api/v1/orders/" + order);
    assertThat(shown.at("/exceptions/0/remedies/0/kind")).isEqualTo("TRANSFER");
    String from = shown.at("/exceptions/0/remedies/0/parameters/from");
    String path = "/api/v1/orders/" + order + "/lines/1/transfer";
    String body = "{\"from\":\"%s\",\"to\":\"BO-NYC\",\"expectedOn\":\"%s\"}";

    assertThat(HOUSE.post(path, "{\"to\":\"BO-NYC\"}").at("/errors/0/pointer")).isEqualTo("/from");
    assertThat(HOUSE.post(path, body.formatted(from, "2001-01-01")).at("/errors/0/pointer")).isEqualTo("/expectedOn");
    assertThat(HOUSE.post(path, body.formatted("BO-NYC", DAY)).at("/errors/0/pointer")).isEqualTo("/to");
    Reply done = HOUSE.post(path, body.formatted(from, DAY));

    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(HOUSE.get("/api/v1/transfers/" + done.at("/transfer")).at("/number")).isEqualTo(done.at("/number"));
    Reply waits = HOUSE.get("/api/v1/orders/" + order);
    assertThat(waits.at("/lines/0/soldAhead/0/promisedOn")).isEqualTo(DAY);
    assertThat(waits.at("/exceptions/0/type")).isEmpty();
    assertThat(HOUSE.post(path, body.formatted(from, DAY)).status()).as("nothing is lacking").isEqualTo(409);
    String transfer = "/api/v1/transfers/" + done.at("/transfer");
    HOUSE.post(transfer + "/ship", "{}");
    Reply received =
        HOUSE.post(transfer + "/receipts", "{\"reference\":\"DN-1\",\"lines\":[{\"line\":1,\"units\":2}]}");
    assertThat(received.status()).as(received.toString()).isEqualTo(200);
    SHOP.orderWhen("93004", "/items/0/units/allocated", "2");
  }

  @Test
  void aLineIsPromisedThenCancelledInPart() {
    SHOP.delivers("93003", "BO-3", 3);
    String order = SHOP.orderWhen("93003", "/items/0/headline/code", "ATTENTION").at("/items/0/id");
    String line = "/api/v1/orders/" + order + "/lines/1";

    assertThat(HOUSE.post(line + "/backorder", "{}").status()).as("nothing is authorised").isEqualTo(409);
    assertThat(HOUSE.post(line + "/backorder", "{\"promisedOn\":\"2001-01-01\"}").at("/errors/0/pointer"))
        .isEqualTo("/promisedOn");
    assertThat(HOUSE.post(line + "/backorder", "{\"promisedOn\":\"" + DAY + "\"}").status()).isEqualTo(200);
    assertThat(HOUSE.post(line + "/cancel", "{\"units\":1}").at("/errors/0/pointer")).isEqualTo("/reason");
    assertThat(HOUSE.post(line + "/cancel", "{\"units\":1,\"reason\":\"one less\"}").status()).isEqualTo(200);
    assertThat(HOUSE.get("/api/v1/orders/" + order).at("/lines/0/soldAhead/0/units")).isEqualTo("2");
    assertThat(HOUSE.post("/api/v1/orders/" + order + "/lines/9/cancel", "{\"reason\":\"no\"}").status())
        .isEqualTo(404);
    assertThat(
            HOUSE.put("/api/v1/orders/" + order + "/priority", "{\"priority\":7,\"reason\":\"a friend\"}").status())
        .isEqualTo(200);
    assertThat(HOUSE.get("/api/v1/orders/" + order).at("/priority")).isEqualTo("7");
    assertThat(
            HOUSE.post(line + "/displace", "{\"from\":\"" + order + "\",\"reason\":\"self\"}").at("/errors/0/pointer"))
        .isEqualTo("/from");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/sku        | {\"kind\":\"BACKORDER\",\"units\":1}",
    "/sku        | {\"sku\":\"NONE\",\"kind\":\"BACKORDER\",\"units\":1}",
    "/kind       | {\"sku\":\"BO-1\",\"units\":1,\"kind\":\"SOMETHING\"}",
    "/units      | {\"sku\":\"BO-1\",\"kind\":\"BACKORDER\",\"units\":-1}",
    "/units      | {\"sku\":\"BO-1\",\"kind\":\"BACKORDER\",\"units\":1000000000000}",
    "/promisedOn | {\"sku\":\"BO-1\",\"kind\":\"BACKORDER\",\"units\":1,\"promisedOn\":\"2001-01-01\"}",
    "/releaseOn  | {\"sku\":\"BO-1\",\"kind\":\"PREORDER\",\"units\":1}",
    "/releaseOn  | {\"sku\":\"BO-1\",\"kind\":\"PREORDER\",\"units\":1,\"releaseOn\":\"2099-02-02\","
        + "\"promisedOn\":\"2099-01-01\"}",
    "/releaseOn  | {\"sku\":\"BO-1\",\"kind\":\"BACKORDER\",\"units\":1,\"releaseOn\":\"2099-02-02\"}",
    "/channel    | {\"sku\":\"BO-1\",\"kind\":\"BACKORDER\",\"units\":1,\"account\":\"x\"}",
  })
  void namesTheFieldThatIsWrong(String pointer, String body) {
    Reply reply = authorise(body);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void rulesAboutShortageAreCheckedAndKept() {
    Reply wrong = HOUSE.put("/api/v1/shortage-rules", "[{\"channel\":\"bo\",\"onShort\":\"PANIC\"}]");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/0/onShort");

    Reply kept = HOUSE.put("/api/v1/shortage-rules", "[{\"channel\":\"bo\",\"onShort\":\"HOLD\"}]");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(HOUSE.get("/api/v1/shortage-rules").text()).contains("\"HOLD\"");
    assertThat(HOUSE.put("/api/v1/products/BO-1/substitutes", "{\"substitutes\":[\"BO-1\"]}").at("/errors/0/pointer"))
        .isEqualTo("/substitutes/0");
    assertThat(HOUSE.put("/api/v1/products/NONE/substitutes", "{\"substitutes\":[]}").status()).isEqualTo(404);
  }

  private static Reply authorise(String body) {
    return HOUSE.post("/api/v1/backorder-authorisations", body);
  }
}
