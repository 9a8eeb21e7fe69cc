package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stock and its documents over HTTP. */
class StockDocumentsTest {

  private static final Installation HOUSE = Installation.shared();

  @BeforeAll
  static void sells() {
    HOUSE.post(
        "/api/v1/locations",
        """
        [{"code":"SDN","address":{"country":"US"}},{"code":"SDL","address":{"country":"US"}}]
        """);
    HOUSE.post(
        "/api/v1/products",
        """
        [{"sku":"SD-PO","title":"t"},{"sku":"SD-TR","title":"t"},{"sku":"SD-CC","title":"t"},
         {"sku":"SD-AT","title":"t"},{"sku":"SD-IM","title":"t"},{"sku":"SD-IN","title":"t"},
         {"sku":"SD-KIT","title":"t","components":[{"sku":"SD-AT","units":2}]}]
        """);
  }

  @Test
  void receivesAPurchaseOrder() {
    Reply placed =
        HOUSE.post(
            "/api/v1/purchase-orders",
            """
            {"number":"SD-1","supplier":"ACME","location":"SDN","overPerCent":0,"expectedOn":"2026-12-24",
             "lines":[{"sku":"SD-PO","units":5,"unitCost":{"amount":"4.20","currency":"USD"}}]}
            """);
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    String path = "/api/v1/purchase-orders/" + placed.at("/id");
    Reply coming = HOUSE.get("/api/v1/stock/SD-PO/incoming");
    assertThat(coming.at("/items/0/units") + coming.at("/items/0/expectedOn")).isEqualTo("52026-12-24");

    String arrived = "{\"reference\":\"DN-1\",\"lines\":[{\"line\":1,\"units\":3,\"damaged\":1}]}";
    Reply once = HOUSE.post(path + "/receipts", arrived);
    Reply twice = HOUSE.post(path + "/receipts", arrived);
    assertThat(once.at("/lines/0/outstanding")).as(once.text()).isEqualTo("2");
    assertThat(twice.text()).isEqualTo(once.text());
    Reply stock = HOUSE.get("/api/v1/stock/SD-PO");
    assertThat(stock.at("/locations/0/onHand")).isEqualTo("3");
    assertThat(stock.at("/locations/0/unavailable/DAMAGED")).isEqualTo("1");
    assertThat(stock.at("/availableToPromise")).isEqualTo("2");

    Reply tooMuch =
        HOUSE.post(path + "/receipts", "{\"reference\":\"DN-2\",\"lines\":[{\"line\":1,\"units\":3}]}");
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.at("/errors/0/pointer") + " " + tooMuch.at("/errors/0/code"))
        .isEqualTo("/lines/0/units over-receipt");
    assertThat(HOUSE.post(path + "/cancel", "").status()).isEqualTo(409);
    assertThat(HOUSE.post(path + "/close", "").at("/state")).isEqualTo("CLOSED");
    Reply found = HOUSE.get(path);
    assertThat(found.header("etag")).isEqualTo("\"" + found.at("/version") + "\"");
    assertThat(HOUSE.get("/api/v1/purchase-orders?q=SD-PO&state=closed").at("/items/0/number")).isEqualTo("SD-1");
    assertThat(HOUSE.get("/api/v1/purchase-orders/00000000-0000-0000-0000-000000000001").status()).isEqualTo(404);
  }

  @Test
  void movesStockByATransfer() {
    count("SD-TR", 8);
    Reply requested = transfer("SDL", 6);
    assertThat(requested.status()).as(requested.text()).isEqualTo(201);
    String path = "/api/v1/transfers/" + requested.at("/id");

    assertThat(HOUSE.post(path + "/ship", "{}").at("/lines/0/inTransit")).isEqualTo("6");
    HOUSE.post(path + "/receipts", "{\"reference\":\"DN\",\"lines\":[{\"line\":1,\"units\":5}]}");
    Reply completed = HOUSE.post(path + "/complete", "");

    assertThat(completed.at("/state") + completed.at("/lines/0/lost")).isEqualTo("COMPLETED1");
    assertThat(HOUSE.get("/api/v1/stock?prefix=SD-TR&location=SDL").at("/items/0/onHand")).isEqualTo("5");
    Reply itself = transfer("SDN", 1);
    assertThat(itself.at("/errors/0/pointer") + itself.at("/errors/0/code")).isEqualTo("/tosame");
    Reply tooMany = transfer("SDL", 3);
    assertThat(tooMany.at("/errors/0/code")).isEqualTo("lacking");
    assertThat(HOUSE.post("/api/v1/transfers", "{}").at("/errors/0/pointer")).isEqualTo("/from");
  }

  @Test
  void countsBlindly() {
    count("SD-CC", 8);
    Reply bins =
        HOUSE.put(
            "/api/v1/stock/bins", "{\"sku\":\"SD-CC\",\"location\":\"SDN\",\"bin\":\"R1\",\"units\":3}");
    assertThat(bins.status()).as(bins.text()).isEqualTo(200);
    Reply begun =
        HOUSE.post(
            "/api/v1/counts",
            "{\"location\":\"SDN\",\"approveAbove\":0,\"lines\":[{\"sku\":\"SD-CC\",\"bin\":\"R1\"}]}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(begun.text()).doesNotContain("expected", "variance");
    String path = "/api/v1/counts/" + begun.at("/id");

    Reply counted = HOUSE.post(path + "/lines", "{\"lines\":[{\"line\":1,\"units\":2}]}");
    assertThat(counted.at("/lines/0/state") + counted.at("/lines/0/variance")).isEqualTo("TO_APPROVE-1");
    assertThat(HOUSE.post(path + "/approve", "{\"lines\":[1]}").at("/state")).isEqualTo("DONE");
    assertThat(HOUSE.get("/api/v1/stock/SD-CC").at("/locations/0/onHand")).isEqualTo("7");
    assertThat(HOUSE.get("/api/v1/stock/SD-CC/bins").at("/items/0/units")).isEqualTo("2");
    assertThat(HOUSE.post(path + "/lines", "{\"lines\":[{\"line\":1,\"units\":2}]}").status()).isEqualTo(409);
  }

  @Test
  void showsStockAsItWas() {
    count("SD-AT", 8);
    String between = HOUSE.get("/api/v1/stock/SD-AT/locations/SDN/ledger").at("/items/0/recordedAt");
    Reply adjusted =
        HOUSE.post(
            "/api/v1/stock/adjustments",
            "[{\"sku\":\"SD-AT\",\"location\":\"SDN\",\"delta\":-3,\"reason\":\"LOST\"}]");
    assertThat(adjusted.status()).as(adjusted.text()).isEqualTo(200);
    HOUSE.post(
        "/api/v1/stock/blocks",
        "{\"sku\":\"SD-AT\",\"location\":\"SDN\",\"reason\":\"QUALITY_CONTROL\",\"units\":1}");

    assertThat(HOUSE.get("/api/v1/stock/SD-AT").at("/locations/0/available")).isEqualTo("4");
    assertThat(HOUSE.get("/api/v1/stock/SD-KIT").at("/availableToPromise")).isEqualTo("2");
    assertThat(HOUSE.get("/api/v1/stock/SD-AT?at=" + between).at("/locations/0/onHand")).isEqualTo("8");
    assertThat(HOUSE.get("/api/v1/stock/SD-AT?knownAt=" + between).at("/availableToPromise")).isEqualTo("8");
    assertThat(HOUSE.get("/api/v1/stock?prefix=SD-AT&at=2020-01-01T00:00:00Z").at("/items/0/onHand")).isEqualTo("0");
    assertThat(HOUSE.get("/api/v1/stock/SD-AT?at=yesterday").at("/parameter")).isEqualTo("at");
    Reply byHand =
        HOUSE.post(
            "/api/v1/stock/blocks",
            "[{\"sku\":\"SD-AT\",\"location\":\"SDN\",\"reason\":\"IN_COUNT\",\"units\":1}]");
    assertThat(byHand.at("/errors/0/code")).isEqualTo("not-allowed");
    Reply future =
        HOUSE.post(
            "/api/v1/stock/adjustments",
            "[{\"sku\":\"SD-AT\",\"location\":\"SDN\",\"delta\":1,\"reason\":\"FOUND\","
                + "\"happenedAt\":\"2999-01-01T00:00:00Z\"}]");
    assertThat(future.at("/errors/0/pointer")).isEqualTo("/0/happenedAt");
  }

  @Test
  void importsAFileAndTellsItsProgressAndErrors() {
    String file = "sku;location;on hand\nSD-IM;SDN;4\nSD-IN;NOWHERE;4\nSD-IM;SDL;-1\n";
    HttpRequest request =
        HOUSE
            .request("POST", "/api/v1/stock/imports", "")
            .method("POST", BodyPublishers.ofByteArray(file.getBytes(StandardCharsets.ISO_8859_1)))
            .setHeader("Content-Type", "text/csv")
            .build();
    Reply begun = HOUSE.send(request);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String path = "/api/v1/stock/imports/" + begun.at("/id");

    Reply done = HOUSE.eventually(path, "/finished", "true");

    assertThat(done.at("/changed") + "/" + done.at("/refused") + "/" + done.at("/done")).isEqualTo("1/2/3");
    assertThat(HOUSE.get(path + "/errors").text())
        .contains("3,location,unknown,There is no such location.", "4,onHand,range,");
    assertThat(HOUSE.get("/api/v1/stock/imports").at("/items/0/rows")).isEqualTo("3");
    assertThat(HOUSE.get("/api/v1/stock/imports/00000000-0000-0000-0000-000000000001/errors").status()).isEqualTo(404);
  }

  private static Reply transfer(String to, int units) {
    return HOUSE.post(
        "/api/v1/transfers",
        "{\"from\":\"SDN\",\"to\":\"" + to + "\",\"lines\":[{\"sku\":\"SD-TR\",\"units\":" + units + "}]}");
  }

  private static void count(String sku, int onHand) {
    Reply stored =
        HOUSE.put(
            "/api/v1/stock", "[{\"sku\":\"" + sku + "\",\"location\":\"SDN\",\"onHand\":" + onHand + "}]");
    assertThat(stored.status()).as(stored.text()).isEqualTo(200);
  }
}
