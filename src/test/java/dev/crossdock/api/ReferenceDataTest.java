package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import org.junit.jupiter.api.Test;

/** Accounts, locations, products, listings and stock over HTTP. */
class ReferenceDataTest {

  private final Installation house = Installation.shared();

  @Test
  void storesAnAccountAndNeverShowsItsCredentials() {
    String body =
        """
        {"channel":"shopify","account":"shown-once","name":"Acme","settings":{},
         "credentials":{"webhookSecret":"canary-secret"}}
        """;

    Reply created = house.post("/api/v1/channel-accounts", body);
    Reply changed = house.post("/api/v1/channel-accounts", body);
    Reply list = house.get("/api/v1/channel-accounts");

    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(created.at("/webhookPath")).isEqualTo("/webhooks/shopify/shown-once");
    assertThat(created.at("/credentials/0")).isEqualTo("webhookSecret");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(list.at("/items/0/channel")).isNotEmpty();
    assertThat(created.text() + changed.text() + list.text()).doesNotContain("canary-secret");
  }

  @Test
  void refusesAnAccountOfAnUnknownChannel() {
    Reply refused = house.post("/api/v1/channel-accounts", "{\"channel\":\"nowhere\",\"account\":\"x\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("content-type")).startsWith("application/problem+json");
    assertThat(refused.at("/type")).isEqualTo("urn:crossdock:problem:invalid-input");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/channel");
    assertThat(refused.at("/errors/0/code")).isEqualTo("unknown-channel");
  }

  @Test
  void storesALocationAsItIsToldInTheManual() {
    Reply stored =
        house.post(
            "/api/v1/locations",
            """
            {"code":"RD-NYC","name":"New York","kind":"WAREHOUSE",
             "address":{"country":"US","postalCode":"10001","city":"New York","region":"NY"},
             "geo":{"lat":40.7,"lon":-74.0}}
            """);

    assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    assertThat(stored.at("/items/0/address/country")).isEqualTo("US");
    assertThat(stored.at("/items/0/version")).isEqualTo("1");
    assertThat(house.get("/api/v1/locations").text()).contains("RD-NYC");
  }

  @Test
  void refusesAWholeListWhenOneItemIsWrongAndStoresNothing() {
    Reply refused =
        house.post(
            "/api/v1/locations",
            """
            [{"code":"RD-GOOD","address":{"country":"US"}},{"code":"RD-BAD","address":{"country":"XX"}}]
            """);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/1/address/country");
    assertThat(house.get("/api/v1/locations").text()).doesNotContain("RD-GOOD");
  }

  @Test
  void tellsASingleObjectsErrorsWithoutAnIndex() {
    Reply refused = house.post("/api/v1/products", "{\"sku\":\"RD-NO-TITLE\"}");

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/title");
  }

  @Test
  void storesProductsListingsAndStock() {
    house.post("/api/v1/locations", "{\"code\":\"RD-BER\",\"address\":{\"country\":\"DE\"}}");
    house.post("/api/v1/channel-accounts", "{\"channel\":\"shopify\",\"account\":\"rd\",\"name\":\"RD\"}");

    Reply products =
        house.post("/api/v1/products", "[{\"sku\":\"RD-1\",\"title\":\"One\"},{\"sku\":\"RD-2\",\"title\":\"Two\"}]");
    Reply listings =
        house.put(
            "/api/v1/listings",
            "[{\"channel\":\"shopify\",\"account\":\"rd\",\"channelSku\":\"X\",\"sku\":\"RD-1\"}]");
    Reply stock = house.put("/api/v1/stock", "[{\"sku\":\"RD-1\",\"location\":\"RD-BER\",\"onHand\":10}]");
    Reply again = house.put("/api/v1/stock", "[{\"sku\":\"RD-1\",\"location\":\"RD-BER\",\"onHand\":10}]");
    Reply view = house.get("/api/v1/stock/RD-1");

    assertThat(products.at("/created")).as(products.toString()).isEqualTo("2");
    assertThat(listings.at("/created")).as(listings.toString()).isEqualTo("1");
    assertThat(stock.at("/changed")).as(stock.toString()).isEqualTo("1");
    assertThat(again.at("/unchanged")).isEqualTo("1");
    assertThat(view.at("/availableToPromise")).isEqualTo("10");
    assertThat(view.at("/locations/0/onHand")).isEqualTo("10");
    assertThat(house.get("/api/v1/stock/RD-NEVER").status()).isEqualTo(404);
  }

  @Test
  void refusesStockOfWhatNobodyKnows() {
    Reply refused =
        house.put(
            "/api/v1/stock",
            "[{\"sku\":\"RD-UNKNOWN\",\"location\":\"RD-NOWHERE\",\"onHand\":-1},{\"sku\":\"x\"}]");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/errors/0/pointer")).startsWith("/1/location");
  }

  @Test
  void givesProductsInPages() {
    house.post(
        "/api/v1/products",
        """
        [{"sku":"PAGE-1","title":"p"},{"sku":"PAGE-2","title":"p"},{"sku":"PAGE-3","title":"p"}]
        """);

    Reply first = house.get("/api/v1/products?text=PAGE-&limit=2");
    Reply second = house.get("/api/v1/products?text=PAGE-&limit=2&after=" + first.at("/next"));

    assertThat(first.at("/items/1/sku")).as(first.toString()).isEqualTo("PAGE-2");
    assertThat(second.at("/items/0/sku")).isEqualTo("PAGE-3");
    assertThat(second.at("/next")).isEmpty();
  }
}
