package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stock is worth, over HTTP. */
class CostingApiTest {

  private static final String SALES = "/api/v1/costing/sales?from=2020-01-01T00:00:00Z&to=2199-01-01T00:00:00Z";

  private final Installation house = Installation.shared();

  @BeforeEach
  void settings() {
    house.post("/api/v1/locations", "[{\"code\":\"CST\",\"address\":{\"country\":\"US\"}}]");
    house.post("/api/v1/products", "[{\"sku\":\"!CO-A\",\"title\":\"T\"},{\"sku\":\"!CO-B\",\"title\":\"T\"}]");
    Reply put = house.put("/api/v1/costing/skus", "[{\"sku\":\"!CO-A\",\"currency\":\"USD\"}]");
    assertThat(put.status()).as(put.toString()).isEqualTo(200);
  }

  @Test
  void valueFollowsWhatComesAndCostsAreToldLater() {
    Reply came =
        house.post(
            "/api/v1/stock/adjustments",
            """
            [{"sku":"!CO-A","location":"CST","delta":4,"reason":"FOUND","cost":{"amount":"2.50","currency":"USD"}},
             {"sku":"!CO-A","location":"CST","delta":4,"reason":"RECEIVED"},
             {"sku":"!CO-A","location":"CST","delta":-2,"reason":"LOST"}]
            """);
    assertThat(came.status()).as(came.toString()).isEqualTo(200);

    Reply values = house.get("/api/v1/costing/values?limit=1");
    assertThat(values.at("/items/0/sku")).isEqualTo("!CO-A");
    assertThat(values.at("/items/0/value/amount")).isEqualTo("15.00");
    Reply untold = house.get("/api/v1/costing/untold?sku=!CO-A");
    assertThat(untold.at("/items/0/provisional/amount")).isEqualTo("10.00");
    String cost =
        "[{\"entry\":\"" + untold.at("/items/0/entry")
            + "\",\"unitCost\":{\"amount\":\"3.50\",\"currency\":\"USD\"}}]";
    assertThat(house.post("/api/v1/costing/skus/!CO-A/costs", cost).status()).isEqualTo(200);
    assertThat(house.post("/api/v1/costing/skus/!CO-A/costs", cost).status()).isEqualTo(422);

    assertThat(house.get("/api/v1/costing/values").at("/items/0/value/amount")).isEqualTo("19.00");
    assertThat(house.get("/api/v1/costing/values?at=2020-01-01T00:00:00Z").at("/items/0/units")).isEqualTo("0");
    assertThat(house.get("/api/v1/costing/total").text()).contains("\"USD\"");
    assertThat(house.get(SALES).at("/items/0/turns")).isEqualTo("0.0");
    assertThat(house.get("/api/v1/costing/sales?from=2020-01-01T00:00:00Z&to=2019-01-01T00:00:00Z").status())
        .isEqualTo(400);
    assertThat(house.get("/api/v1/costing/values?at=yesterday").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "PUT  | costing/skus      | /0/currency        | [{\"sku\":\"!CO-B\",\"currency\":\"MOON\"}]",
    "PUT  | costing/skus      | /0/currency        | [{\"sku\":\"!CO-A\",\"currency\":\"EUR\"}]",
    "PUT  | costing/skus      | /0/openingUnitCost | "
        + "[{\"sku\":\"!CO-B\",\"currency\":\"USD\",\"openingUnitCost\":{\"amount\":\"x\",\"currency\":\"USD\"}}]",
    "POST | costing/skus/!CO-A/costs | /0/         | [{\"entry\":null}]",
    "POST | stock/adjustments | /0/cost            | "
        + "[{\"sku\":\"!CO-B\",\"location\":\"CST\",\"delta\":1,\"reason\":\"FOUND\","
        + "\"cost\":{\"amount\":\"1\",\"currency\":\"USD\"}}]",
  })
  void namesTheFieldThatIsWrong(String method, String path, String pointer, String body) {
    String url = "/api/v1/" + path;
    Reply reply = method.equals("PUT") ? house.put(url, body) : house.post(url, body);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
  }
}
