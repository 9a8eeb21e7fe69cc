package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.Installation;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units kept for a checkout, over HTTP. */
class ReservationsTest {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private final Installation house = Installation.shared();

  @BeforeEach
  void stock() {
    house.post("/api/v1/locations", "[{\"code\":\"RES\",\"address\":{\"country\":\"US\"}}]");
  }

  @Test
  void aReservationIsHeldExtendedAndReleased() {
    sells("RES-A", 5);

    Reply held = house.post("/api/v1/reservations", "{\"lines\":[{\"sku\":\"RES-A\",\"units\":4}],\"ttlSeconds\":300}");
    String path = "/api/v1/reservations/" + held.at("/id");

    assertThat(held.status()).as(held.toString()).isEqualTo(201);
    assertThat(held.at("/lines/0/location")).isEqualTo("RES");
    assertThat(house.get("/api/v1/stock/RES-A").at("/availableToPromise")).isEqualTo("1");
    assertThat(house.get(path).header("etag")).isEqualTo("\"1\"");
    assertThat(house.post(path + "/extend", "{\"ttlSeconds\":600}").at("/version")).isEqualTo("2");
    assertThat(house.get("/api/v1/reservations?sku=RES-A&state=HELD").at("/items/0/id")).isEqualTo(held.at("/id"));
    assertThat(house.post(path + "/release", "").at("/state")).isEqualTo("RELEASED");
    assertThat(house.post(path + "/release", "").status()).as("again").isEqualTo(200);
    assertThat(house.get("/api/v1/stock/RES-A").at("/availableToPromise")).isEqualTo("5");
    assertThat(house.post(path + "/extend", "{}").status()).isEqualTo(409);
  }

  @Test
  void theSameKeyHoldsOnceAndRefusesOtherInput() {
    sells("RES-B", 5);

    Reply first = keyed("{\"lines\":[{\"sku\":\"RES-B\",\"units\":2}]}");
    Reply again = keyed("{\"lines\":[{\"sku\":\"RES-B\",\"units\":2}]}");
    Reply other = keyed("{\"lines\":[{\"sku\":\"RES-B\",\"units\":3}]}");

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("/type")).isEqualTo("urn:crossdock:problem:idempotency-key-reused");
    assertThat(house.get("/api/v1/stock/RES-B").at("/availableToPromise")).isEqualTo("3");
  }

  @Test
  void whatIsExpiredIsGivenBackByItself() {
    sells("RES-C", 1);
    house.post("/api/v1/reservations", "{\"lines\":[{\"sku\":\"RES-C\",\"units\":1}],\"ttlSeconds\":1}");

    house.eventually("/api/v1/stock/RES-C", "/availableToPromise", "1");

    assertThat(house.get("/api/v1/reservations?sku=RES-C").at("/items/0/state")).isEqualTo("EXPIRED");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "422 | /lines             | {}",
    "422 | /lines             | {\"lines\":[]}",
    "422 | /lines/0/sku       | {\"lines\":[{\"units\":1}]}",
    "422 | /lines/0/units     | {\"lines\":[{\"sku\":\"RES-D\"}]}",
    "422 | /lines/0/sku       | {\"lines\":[null]}",
    "422 | /lines/0/sku       | {\"lines\":[{\"sku\":\"UNHEARD-OF\",\"units\":1}]}",
    "422 | /lines/0/units     | {\"lines\":[{\"sku\":\"RES-D\",\"units\":-1}]}",
    "422 | /lines/0/units     | {\"lines\":[{\"sku\":\"RES-D\",\"units\":1000000000000}]}",
    "422 | /lines/0/units     | {\"lines\":[{\"sku\":\"RES-D\",\"units\":2}]}",
    "422 | /lines/0/location  | {\"lines\":[{\"sku\":\"RES-D\",\"units\":1,\"location\":\"MOON\"}]}",
    "422 | /ttlSeconds        | {\"lines\":[{\"sku\":\"RES-D\",\"units\":1}],\"ttlSeconds\":0}",
    "422 | /account           | {\"channel\":\"shopify\",\"lines\":[{\"sku\":\"RES-D\",\"units\":1}]}",
    "400 | /lines/0/units     | {\"lines\":[{\"sku\":\"RES-D\",\"units\":1.5}]}",
    "400 | /line              | {\"line\":[]}",
  })
  void namesTheFieldThatIsWrong(int status, String pointer, String body) {
    sells("RES-D", 1);

    Reply reply = house.post("/api/v1/reservations", body);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    assertThat(IntStream.range(0, 3).mapToObj(i -> reply.at("/errors/" + i + "/pointer"))).contains(pointer);
  }

  @Test
  void whatCannotBeClaimedIsRefused() {
    sells("RES-E", 1);
    Reply held = house.post("/api/v1/reservations", "{\"lines\":[{\"sku\":\"RES-E\",\"units\":1}]}");
    String path = "/api/v1/reservations/" + held.at("/id");

    assertThat(house.post(path + "/claim", "{}").status()).isEqualTo(422);
    assertThat(house.post(path + "/claim", "{\"order\":\"" + NOBODY + "\"}").at("/errors/0/pointer"))
        .isEqualTo("/order");
    for (String what : new String[] {"", "/extend", "/release"}) {
      String url = "/api/v1/reservations/" + NOBODY + what;
      Reply missing = what.isEmpty() ? house.get(url) : house.post(url, "{}");
      assertThat(missing.status()).as(url).isEqualTo(404);
    }
  }

  private Reply keyed(String body) {
    return house.send(
        house.request("POST", "/api/v1/reservations", body).header("Idempotency-Key", "res-key").build());
  }

  private void sells(String sku, int onHand) {
    house.post("/api/v1/products", "[{\"sku\":\"" + sku + "\",\"title\":\"T\"}]");
    Reply reply =
        house.put("/api/v1/stock", "[{\"sku\":\"" + sku + "\",\"location\":\"RES\",\"onHand\":" + onHand + "}]");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
  }
}
