package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units kept apart for groups, over HTTP. */
class AllocationsTest {

  private final Installation house = Installation.shared();

  @BeforeEach
  void stock() {
    house.post("/api/v1/locations", "[{\"code\":\"ALC\",\"address\":{\"country\":\"US\"}}]");
    house.post("/api/v1/products", "[{\"sku\":\"ALC-A\",\"title\":\"T\"},{\"sku\":\"ALC-B\",\"title\":\"T\"}]");
    house.put("/api/v1/stock", "[{\"sku\":\"ALC-A\",\"location\":\"ALC\",\"onHand\":9}]");
    house.put(
        "/api/v1/allocation-groups",
        "[{\"code\":\"ALC-1\",\"channel\":\"alc\"},{\"code\":\"ALC-2\",\"channel\":\"alc\",\"account\":\"x\"}]");
  }

  @Test
  void unitsAreKeptApartPassedOnAndGivenBack() {
    Reply kept = move("{\"to\":\"ALC-1\",\"sku\":\"ALC-A\",\"units\":6}");

    assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
    assertThat(kept.at("/items/0/left")).isEqualTo("6");
    assertThat(available("")).isEqualTo("3");
    assertThat(available("&channel=alc&account=y")).isEqualTo("9");
    assertThat(move("{\"from\":\"ALC-1\",\"to\":\"ALC-2\",\"sku\":\"ALC-A\",\"perCent\":50}").status()).isEqualTo(200);
    assertThat(available("&channel=alc&account=y")).isEqualTo("6");
    assertThat(house.get("/api/v1/allocations?group=ALC-2&sku=ALC-A").at("/items/0/left")).isEqualTo("3");
    assertThat(move("{\"from\":\"ALC-1\",\"sku\":\"ALC-A\",\"units\":3}").status()).isEqualTo(200);
    assertThat(move("{\"from\":\"ALC-2\",\"sku\":\"ALC-A\",\"units\":3}").status()).isEqualTo(200);
    assertThat(available("")).isEqualTo("9");
    assertThat(house.get("/api/v1/allocation-groups").text()).contains("\"ALC-2\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/sku       | {\"to\":\"ALC-1\",\"units\":1}",
    "/to        | {\"to\":\"NOBODY\",\"sku\":\"ALC-B\",\"units\":1}",
    "/to        | {\"sku\":\"ALC-B\",\"units\":1}",
    "/units     | {\"to\":\"ALC-1\",\"sku\":\"ALC-B\"}",
    "/units     | {\"to\":\"ALC-1\",\"sku\":\"ALC-B\",\"units\":1}",
    "/units     | {\"to\":\"ALC-1\",\"sku\":\"ALC-B\",\"units\":1000000000000}",
    "/locations | {\"to\":\"ALC-1\",\"sku\":\"ALC-B\",\"units\":1,\"locations\":[\"MOON\",null]}",
    "/perCent   | {\"to\":\"ALC-1\",\"sku\":\"ALC-B\",\"perCent\":101}",
  })
  void namesTheFieldThatIsWrong(String pointer, String body) {
    Reply reply = move(body);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void refusesAGroupWithoutACode() {
    Reply reply = house.put("/api/v1/allocation-groups", "[{\"code\":\"OK\",\"channel\":\"c\"},{\"channel\":\"c\"}]");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer")).isEqualTo("/1/code");
    assertThat(house.get("/api/v1/allocation-groups").text()).doesNotContain("\"OK\"");
  }

  private Reply move(String body) {
    return house.post("/api/v1/allocations", body);
  }

  private String available(String query) {
    return house.get("/api/v1/atp?sku=ALC-A" + query).at("/items/0/available");
  }
}
