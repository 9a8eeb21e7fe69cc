package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile and careless requests: each gets its own refusal, and none a glimpse of the inside. */
class StrictnessTest {

  private final Installation house = Installation.shared();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "unknown-property   | /titel             | [{\"sku\":\"S-1\",\"titel\":\"x\"}]",
    "wrong-type         | /0/title           | [{\"sku\":\"S-1\",\"title\":{}}]",
    "wrong-type         | /0/weightGrams     | [{\"sku\":\"S-1\",\"title\":\"x\",\"weightGrams\":1.5}]",
    "wrong-type         | /0/weightGrams     | [{\"sku\":\"S-1\",\"title\":\"x\",\"weightGrams\":\"12\"}]",
    "wrong-type         | /0/active          | [{\"sku\":\"S-1\",\"title\":\"x\",\"active\":\"true\"}]",
    "wrong-type         | /0                 | [null]",
    "wrong-type         | /0                 | [[]]",
    "duplicate-property |                    | [{\"sku\":\"S-1\",\"sku\":\"S-2\",\"title\":\"x\"}]",
    "not-json           |                    | {\"sku\":",
    "not-json           |                    | hello",
    "empty              |                    | []",
  })
  void refusesABodyThatIsNotWhatIsWrittenDown(String code, String pointer, String body) {
    Reply reply = house.post("/api/v1/products", body);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.header("content-type")).startsWith("application/problem+json");
    assertThat(reply.at("/type")).isEqualTo("urn:crossdock:problem:invalid-body");
    assertThat(reply.at("/errors/0/code")).isEqualTo(code);
    if (pointer != null && code.equals("wrong-type")) {
      assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
    }
    assertThat(reply.text()).doesNotContain("jackson", "Exception", "dev.crossdock", "java.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1000000000", "9223372036854775808", "1.5", "-99999999999999999999", "\"\uFF11\"", "true"})
  void refusesAbsurdQuantities(String quantity) {
    Reply reply =
        house.put("/api/v1/stock", "[{\"sku\":\"S-1\",\"location\":\"L\",\"onHand\":" + quantity + "}]");

    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.at("/errors/0/pointer")).isEqualTo("/0/onHand");
  }

  @Test
  void refusesBombs() {
    String deep = "{\"channel\":\"shopify\",\"account\":\"x\",\"settings\":" + "{\"a\":".repeat(100_000);
    assertThat(house.post("/api/v1/products", "[".repeat(100_000)).status()).isEqualTo(400);
    assertThat(house.post("/api/v1/channel-accounts", deep).status()).isEqualTo(400);
    assertThat(house.post("/api/v1/products", "[{\"sku\":\"" + "x".repeat(200_000) + "\"}]").status()).isEqualTo(400);
    assertThat(house.post("/api/v1/products", "[" + "{},".repeat(300_000) + "{}]").status()).isEqualTo(400);
  }

  @Test
  void refusesTooLargeABodyAlsoInChunks() {
    byte[] tooMuch = new byte[(5 << 20) + 1];
    HttpRequest chunked =
        house.request("POST", "/api/v1/products", "")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)))
            .build();

    Reply reply = house.send(chunked);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.at("/type")).isEqualTo("urn:crossdock:problem:body-too-large");
  }

  @Test
  void refusesOtherMediaTypesAndCompression() {
    HttpRequest xml =
        HttpRequest.newBuilder(house.uri("/api/v1/products"))
            .POST(BodyPublishers.ofString("<x/>"))
            .header("Content-Type", "application/xml")
            .header("Authorization", "Bearer " + Installation.BOOTSTRAP_KEY)
            .build();
    HttpRequest gzip = house.request("POST", "/api/v1/products", "{}").header("Content-Encoding", "gzip").build();

    assertThat(house.send(xml).status()).isEqualTo(415);
    assertThat(house.send(gzip).at("/type")).isEqualTo("urn:crossdock:problem:unsupported-encoding");
  }

  @Test
  void refusesOtherMethodsAndIgnoresDisguises() {
    Reply delete = house.send(house.request("DELETE", "/api/v1/products", "").build());
    Reply disguised =
        house.send(house.request("POST", "/api/v1/stock/X", "{}").header("X-HTTP-Method-Override", "GET").build());

    assertThat(delete.status()).isEqualTo(405);
    assertThat(delete.header("allow")).isEqualTo("GET, POST");
    assertThat(disguised.status()).isEqualTo(405);
  }

  @Test
  void knowsNoOtherAddress() {
    Reply reply = house.get("/api/v1/nothing");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.at("/type")).isEqualTo("urn:crossdock:problem:not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "limit=0", "limit=1000000000", "limit=-1", "limit=ten", "limit=", "after=%00", "after=%25%25", "after="
  })
  void refusesPagesOutsideTheList(String query) {
    Reply reply = house.get("/api/v1/products?" + query);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.at("/type")).isEqualTo("urn:crossdock:problem:invalid-parameter");
  }

  @Test
  void everyAnswerCarriesTheRequestsIdAndIsNotCached() {
    Reply reply = house.get("/api/v1/products");

    assertThat(reply.header("x-request-id")).matches("[0-9a-f-]{36}");
    assertThat(reply.header("cache-control")).contains("no-store");
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(reply.header("server")).isEmpty();
    assertThat(reply.header("set-cookie")).isEmpty();
  }
}
