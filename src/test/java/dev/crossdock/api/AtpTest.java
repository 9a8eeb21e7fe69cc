package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be promised, over HTTP. */
class AtpTest {

  private final Installation house = Installation.shared();

  @BeforeEach
  void stock() {
    house.post("/api/v1/locations", "[{\"code\":\"ATP\",\"address\":{\"country\":\"US\"}}]");
    house.post("/api/v1/products", "[{\"sku\":\"ATP-A\",\"title\":\"T\"},{\"sku\":\"ATP-B\",\"title\":\"T\"}]");
    house.put("/api/v1/stock", "[{\"sku\":\"ATP-A\",\"location\":\"ATP\",\"onHand\":9}]");
  }

  @Test
  void tellsTheSumAndWhatItDoesNotKnow() {
    Reply stored =
        house.put(
            "/api/v1/safety-stock",
            "[{\"sku\":\"ATP-A\",\"channel\":\"shopify\",\"units\":4},"
                + "{\"sku\":\"ATP-A\",\"location\":\"ATP\",\"units\":1}]");
    Reply atp = house.get("/api/v1/atp?sku=ATP-A&sku=ATP-B&sku=ATP-NONE&channel=shopify&account=x");

    assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    assertThat(atp.at("/items/0/available")).as(atp.toString()).isEqualTo("4");
    assertThat(atp.at("/items/0/terms"))
        .isEqualTo(
            "[{\"term\":\"ON_HAND\",\"location\":\"ATP\",\"units\":9},"
                + "{\"term\":\"SAFETY_STOCK\",\"location\":\"ATP\",\"units\":-1,\"why\":\"kept back of this SKU\"},"
                + "{\"term\":\"SAFETY_STOCK\",\"units\":-4,\"why\":\"kept back of this SKU on shopify\"}]");
    assertThat(atp.at("/items/1/available")).isEqualTo("0");
    assertThat(atp.at("/unknown")).isEqualTo("[\"ATP-NONE\"]");
    assertThat(house.get("/api/v1/atp?sku=ATP-A").at("/items/0/available")).isEqualTo("8");
    Reply page = house.get("/api/v1/safety-stock?sku=ATP-A&limit=1");
    assertThat(page.at("/items/0/channel")).isEqualTo("shopify");
    assertThat(house.get("/api/v1/safety-stock?sku=ATP-A&after=" + page.at("/next")).at("/items/0/location"))
        .isEqualTo("ATP");
  }

  @Test
  void tellsWhenMoreCouldBe() {
    assertThat(house.get("/api/v1/atp/ATP-B/when?units=40").at("/on")).isEmpty();
    house.post(
        "/api/v1/purchase-orders",
        "{\"supplier\":\"S\",\"location\":\"ATP\",\"expectedOn\":\"2091-05-01\","
            + "\"lines\":[{\"sku\":\"ATP-B\",\"units\":50}]}");

    Reply when = house.get("/api/v1/atp/ATP-B/when?units=40");

    assertThat(when.at("/on")).as(when.toString()).isEqualTo("2091-05-01");
    assertThat(house.get("/api/v1/atp/ATP-NONE/when?units=1").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/api/v1/atp",
    "/api/v1/atp?sku=",
    "/api/v1/atp?sku=A&delivery=drone",
    "/api/v1/atp?sku=A&account=x",
    "/api/v1/atp?sku=A&channel=%00",
    "/api/v1/atp/ATP-A/when",
    "/api/v1/atp/ATP-A/when?units=0",
    "/api/v1/atp/ATP-A/when?units=ten",
    "/api/v1/safety-stock?after=eA",
    "/api/v1/safety-stock?sku=%00",
  })
  void refusesWhatItCannotRead(String path) {
    Reply reply = house.get(path);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.at("/type")).isEqualTo("urn:crossdock:problem:invalid-parameter");
  }

  @Test
  void refusesMoreSkusThanItTakes() {
    StringBuilder query = new StringBuilder("/api/v1/atp?sku=S0");
    for (int i = 1; i <= 200; i++) {
      query.append("&sku=S").append(i);
    }
    assertThat(house.get(query.toString()).status()).isEqualTo(400);
  }

  @Test
  void namesWhatIsWrongWithASetting() {
    Reply reply = house.put("/api/v1/safety-stock", "[{\"sku\":\"ATP-A\",\"account\":\"x\",\"units\":-1}]");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer")).isEqualTo("/0/channel");
    assertThat(reply.at("/errors/1/pointer")).isEqualTo("/0/units");
  }
}
