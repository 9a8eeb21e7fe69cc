package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles, facts of SKUs and rate cards over HTTP. */
class NetworkApiTest {

  private static final String CARD =
      """
      {"code":"NET-POST","carrier":"Post","service":"Parcel","currency":"GBP","from":{"locations":["NETL"]},
        "maxGrams":30000,"steps":[1000,5000],"zones":[
          {"zone":"mainland","countries":["GB"],"transitDays":1,"prices":["3.50","5.00"],"perFurtherKg":"0.90"},
          {"zone":"north","postalCodes":["GB BT","GB AB30-AB38"],"transitDays":3,"prices":["9.00",null]}]}
      """;

  private final Installation house = Installation.shared();

  @BeforeEach
  void places() {
    house.post(
        "/api/v1/locations",
        """
        [{"code":"NETL","address":{"country":"GB","postalCode":"LS1 4AP"},"timeZone":"Europe/London"}]
        """);
    house.post("/api/v1/products", "[{\"sku\":\"NET-1\",\"title\":\"T\"}]");
  }

  @Test
  void profilesAreKeptAsTheyWereTold() {
    Reply put =
        house.put(
            "/api/v1/network/profiles/NETL",
            """
            {"tags":["b","a"],"week":{"hours":{"MONDAY":{"from":"09:00","to":"24:00"}},"cutOff":"14:00"},
              "capacity":{"perDay":5},"costs":{"currency":"GBP","perParcel":"1.2"}}
            """);
    assertThat(put.status()).as(put.toString()).isEqualTo(200);
    assertThat(put.at("/tags/0")).isEqualTo("a");
    assertThat(put.at("/week/hours/MONDAY/to")).isEqualTo("00:00");
    assertThat(put.at("/costs/perParcel")).isEqualTo("1.20");

    Reply again = house.put("/api/v1/network/profiles", "[" + house.get("/api/v1/network/profiles/NETL").text() + "]");
    assertThat(again.status()).as(again.toString()).isEqualTo(200);
    assertThat(again.at("/unchanged")).isEqualTo("1");
    assertThat(house.get("/api/v1/network/profiles?at=2020-01-01T00:00:00Z").at("/items/0")).isEmpty();

    Reply stale = house.put("/api/v1/network/profiles", "{\"location\":\"NETL\",\"version\":77}");
    assertThat(stale.status()).as(stale.toString()).isEqualTo(412);
    Reply wrong = house.put("/api/v1/network/profiles", "[{\"location\":\"NETL\",\"countries\":[\"XX\"]},{}]");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/0/countries/0");
    assertThat(wrong.at("/errors/1/pointer")).isEqualTo("/1/location");
    assertThat(house.get("/api/v1/network/profiles/NOWHERE").status()).isEqualTo(404);
  }

  @Test
  void itemsAreKeptAsTheyWereTold() {
    Reply put = house.put("/api/v1/network/items", "[{\"sku\":\"NET-1\",\"longestMm\":900,\"oversize\":true}]");
    assertThat(put.status()).as(put.toString()).isEqualTo(200);

    assertThat(house.get("/api/v1/network/items/NET-1").at("/longestMm")).isEqualTo("900");
    assertThat(house.get("/api/v1/network/items?limit=100").text()).contains("NET-1");
    Reply wrong = house.put("/api/v1/network/items", "{\"sku\":\"NET-NONE\"}");
    assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/sku");
  }

  @Test
  void cardsQuoteOrSayWhyNot() {
    Reply put = house.put("/api/v1/network/rate-cards", CARD);
    assertThat(put.status()).as(put.toString()).isEqualTo(200);
    Reply card = house.get("/api/v1/network/rate-cards/NET-POST");
    assertThat(card.at("/zones/1/postalCodes/1")).isEqualTo("GB AB30-AB38");
    Reply again = house.put("/api/v1/network/rate-cards/NET-POST", card.text());
    assertThat(again.at("/version")).isEqualTo(card.at("/version"));

    assertThat(quote("LS2 8AA", 1_200)).isEqualTo("5.00 GBP mainland");
    assertThat(quote("BT9 5AB", 900)).isEqualTo("9.00 GBP north");
    assertThat(quote("BT9 5AB", 1_200)).isEqualTo("TOO_HEAVY");
    assertThat(house.post("/api/v1/network/rate-cards/quote", "{}").status()).isEqualTo(422);
  }

  @Test
  void pricesComeAndGoAsAFile() {
    house.put("/api/v1/network/rate-cards", CARD.replace("NET-POST", "NET-FILE").replace("Parcel", "Freight"));
    String path = "/api/v1/network/rate-cards/NET-FILE/prices";
    Reply file = house.get(path);
    assertThat(file.header("content-type")).startsWith("text/csv");
    assertThat(file.text()).startsWith("up to kg,mainland,north\ncountries,GB,");

    Reply same = house.put(path, file.text());
    assertThat(same.status()).as(same.toString()).isEqualTo(200);
    assertThat(same.at("/version")).isEqualTo(file.header("etag").replace("\"", ""));
    Reply put = house.put(path, "\uFEFFup to kg;all\ncountries;GB\n2,5;4,50\n");
    assertThat(put.at("/zones/0/prices/0")).isEqualTo("4.50");
    assertThat(put.at("/steps/0")).isEqualTo("2500");

    Reply wrong = house.put(path, "up to kg;all\ncountries;GB\n1;cheap\n");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/3");
    assertThat(wrong.at("/errors/0/detail")).startsWith("Line 3: Zone all: ");
    assertThat(house.put(path, "up to kg;all\nheavy;1\n").at("/errors/0/pointer")).isEqualTo("/2");
    assertThat(house.get(path).text()).contains("2.5,4.50");
    Reply stale = house.send(house.request("PUT", path, file.text()).header("If-Match", "\"77\"").build());
    assertThat(stale.status()).isEqualTo(412);
    assertThat(house.put("/api/v1/network/rate-cards/NET-NONE/prices", file.text()).status()).isEqualTo(404);
  }

  private String quote(String postalCode, int grams) {
    Reply reply =
        house.post(
            "/api/v1/network/rate-cards/quote",
            "{\"from\":\"NETL\",\"to\":{\"country\":\"GB\",\"postalCode\":\"%s\"},\"grams\":%d}"
                .formatted(postalCode, grams));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    int at = 0;
    while (!reply.at("/items/" + at + "/card").equals("NET-POST")) {
      at++;
    }
    String answer = "/items/" + at;
    return reply.at(answer + "/whyNot").isEmpty()
        ? String.join(
            " ", reply.at(answer + "/price/amount"), reply.at(answer + "/price/currency"), reply.at(answer + "/zone"))
        : reply.at(answer + "/whyNot");
  }
}
