package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lots, serial numbers and what SKUs ask for, over HTTP. */
class LotsApiTest {

  private static final String ORDER = "00000000-0000-0007-0000-000000000007";

  private final Installation house = Installation.shared();

  @BeforeEach
  void settings() {
    house.post("/api/v1/locations", "[{\"code\":\"LTA\",\"address\":{\"country\":\"US\"}}]");
    house.post(
        "/api/v1/products",
        """
        [{"sku":"LT-MILK","title":"T"},{"sku":"LT-TV","title":"T"},{"sku":"LT-P","title":"T"}]
        """);
    Reply put =
        house.put(
            "/api/v1/sku-settings",
            """
            [{"sku":"LT-MILK","tracking":"LOT_EXPIRY","shelfDays":2},{"sku":"LT-TV","tracking":"SERIAL"}]
            """);
    assertThat(put.status()).as(put.toString()).isEqualTo(200);
  }

  @Test
  void lotsComeAreCountedAndTraced() {
    Reply came =
        house.post(
            "/api/v1/stock/adjustments",
            """
            [{"sku":"LT-MILK","location":"LTA","delta":7,"reason":"RECEIVED","lots":[
              {"lot":"A/1","expiresOn":"2199-01-01","units":5},{"lot":"B","expiresOn":"2000-01-01","units":2}]}]
            """);
    assertThat(came.status()).as(came.toString()).isEqualTo(200);
    assertThat(house.get("/api/v1/stock/LT-MILK").at("/availableToPromise")).isEqualTo("5");
    Reply counted =
        house.put(
            "/api/v1/stock", "[{\"sku\":\"LT-MILK\",\"location\":\"LTA\",\"onHand\":4,\"lot\":\"A/1\"}]");
    assertThat(counted.status()).as(counted.toString()).isEqualTo(200);

    Reply lots = house.get("/api/v1/lots/LT-MILK");
    assertThat(lots.at("/items/0/lot")).isEqualTo("B");
    assertThat(lots.at("/items/0/expired")).isEqualTo("2");
    assertThat(lots.at("/items/1/onHand")).isEqualTo("4");
    Reply trace = house.get("/api/v1/lots/LT-MILK/trace?lot=A/1&limit=1");
    assertThat(trace.at("/locations/0/location")).isEqualTo("LTA");
    assertThat(trace.at("/history/0/reason")).isEqualTo("COUNTED");
    Reply older = house.get("/api/v1/lots/LT-MILK/trace?lot=A/1&after=" + trace.at("/next"));
    assertThat(older.at("/history/0/reason")).isEqualTo("RECEIVED");
    assertThat(house.get("/api/v1/lots/LT-MILK/trace?lot=NONE").status()).isEqualTo(404);
    assertThat(house.get("/api/v1/sku-settings").text()).contains("LOT_EXPIRY");
  }

  @Test
  void serialNumbersComeWithTheirReceipt() {
    Reply order =
        house.post(
            "/api/v1/purchase-orders",
            "{\"supplier\":\"ACME\",\"location\":\"LTA\",\"lines\":[{\"sku\":\"LT-TV\",\"units\":5}]}");
    String receipts = "/api/v1/purchase-orders/" + order.at("/id") + "/receipts";

    Reply none = house.post(receipts, "{\"reference\":\"D1\",\"lines\":[{\"line\":1,\"units\":2}]}");
    Reply two =
        house.post(
            receipts,
            "{\"reference\":\"D1\",\"lines\":[{\"line\":1,\"units\":2,\"serials\":[\"" + order.at("/id") + "\",\"x"
                + order.at("/id") + "\"]}]}");

    assertThat(none.status()).isEqualTo(422);
    assertThat(none.at("/errors/0/pointer")).isEqualTo("/lines/0/lots");
    assertThat(two.status()).as(two.toString()).isEqualTo(200);
    assertThat(house.get("/api/v1/lots/LT-TV/trace?lot=" + order.at("/id")).at("/serial")).isEqualTo("true");
  }

  @Test
  void countsBlindlyLotByLot() {
    sellsWhatIsCounted();
    Reply begun =
        house.post(
            "/api/v1/counts",
            "{\"location\":\"LTA\",\"approveAbove\":2,\"lines\":[{\"sku\":\"LT-C1\"},{\"sku\":\"LT-C2\"}]}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(begun.text()).doesNotContain("expected").doesNotContain("\"A\"");
    String lines = "/api/v1/counts/" + begun.at("/id") + "/lines";

    Reply wrong =
        house.post(lines, "{\"lines\":[{\"line\":2,\"serials\":[\"C2-1\",\"C2-1\"]},{\"line\":1,\"units\":1}]}");
    Reply noDay = house.post(lines, "{\"lines\":[{\"line\":1,\"lots\":[{\"lot\":\"A\",\"expiresOn\":\"soon\"}]}]}");
    Reply counted =
        house.post(
            lines,
            """
            {"lines":[{"line":1,"lots":[{"lot":"A","units":3},{"lot":"B","expiresOn":"2199-02-01","units":2}]},
              {"line":2,"serials":["C2-2"]}]}
            """);

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/lines/0/lots/1/lot");
    assertThat(wrong.at("/errors/1/pointer")).isEqualTo("/lines/1/lots");
    assertThat(noDay.status()).as(noDay.text()).isEqualTo(400);
    assertThat(noDay.text()).contains("expiresOn");
    assertThat(counted.at("/lines/0/state")).as(counted.text()).isEqualTo("TO_APPROVE");
    assertThat(counted.at("/lines/0/variance") + counted.at("/lines/0/lots/0/variance")).isEqualTo("0-2");
    assertThat(counted.at("/lines/1/state")).isEqualTo("BOOKED");
    assertThat(counted.at("/lines/1/lots/1/counted")).isEqualTo("1");
    assertThat(house.get("/api/v1/lots/LT-C2").at("/items/0/lot")).isEqualTo("C2-2");
    house.post("/api/v1/counts/" + begun.at("/id") + "/approve", "{\"lines\":[1]}");
    assertThat(house.get("/api/v1/lots/LT-C1").at("/items/1/lot")).isEqualTo("B");
  }

  private void sellsWhatIsCounted() {
    house.post("/api/v1/products", "[{\"sku\":\"LT-C1\",\"title\":\"T\"},{\"sku\":\"LT-C2\",\"title\":\"T\"}]");
    house.put(
        "/api/v1/sku-settings",
        "[{\"sku\":\"LT-C1\",\"tracking\":\"LOT_EXPIRY\"},{\"sku\":\"LT-C2\",\"tracking\":\"SERIAL\"}]");
    house.post(
        "/api/v1/stock/adjustments",
        """
        [{"sku":"LT-C1","location":"LTA","delta":5,"reason":"RECEIVED","lots":[
          {"lot":"A","expiresOn":"2199-01-01","units":5}]},
         {"sku":"LT-C2","location":"LTA","delta":1,"reason":"RECEIVED","serials":["C2-1"]}]
        """);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "PUT  | sku-settings      | /0/sku             | [{\"sku\":\"LT-NONE\",\"tracking\":\"LOT\"}]",
    "PUT  | sku-settings      | /0/shelfDays       | [{\"sku\":\"LT-MILK\",\"tracking\":\"LOT\",\"shelfDays\":3}]",
    "PUT  | stock             | /0/lot             | [{\"sku\":\"LT-MILK\",\"location\":\"LTA\",\"onHand\":3}]",
    "PUT  | stock             | /0/lot             | "
        + "[{\"sku\":\"LT-P\",\"location\":\"LTA\",\"onHand\":3,\"lot\":\"L\"}]",
    "POST | stock/adjustments | /0/lots            | "
        + "[{\"sku\":\"LT-TV\",\"location\":\"LTA\",\"delta\":3,\"reason\":\"FOUND\"}]",
    "POST | stock/adjustments | /0/lots/0/lot      | "
        + "[{\"sku\":\"LT-TV\",\"location\":\"LTA\",\"delta\":1,\"reason\":\"FOUND\",\"serials\":[null]}]",
    "POST | stock/adjustments | /0/lots/1/lot      | "
        + "[{\"sku\":\"LT-TV\",\"location\":\"LTA\",\"delta\":2,\"reason\":\"FOUND\",\"serials\":[\"Q\",\"Q\"]}]",
    "PUT  | picks/" + ORDER + " | /0/             | [{\"sku\":\"LT-TV\"}]",
    "PUT  | picks/" + ORDER + " | /0/line         | "
        + "[{\"sku\":\"LT-TV\",\"location\":\"LTA\",\"line\":1}]",
  })
  void namesTheFieldThatIsWrong(String method, String path, String pointer, String body) {
    String url = "/api/v1/" + path;
    Reply reply = method.equals("PUT") ? house.put(url, body) : house.post(url, body);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
  }
}
