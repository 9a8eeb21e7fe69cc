package dev.crossdock.api.openapi;

/** What the description says about profiles, items and rate cards. */
final class NetworkTold {

  private static final String VERSIONS =
      " Give the version you have seen, 0 for none, and a change made meanwhile is not overwritten.";
  private static final String IF_MATCH =
      "With If-Match, the ETag of an answer before, a change made meanwhile is not overwritten: 412.";

  private NetworkTold() {}

  static void tell(Promising.Told told) {
    told.add("GET /api/v1/network/profiles", "network", "List profiles of locations",
        "What each can do, when it works and what it costs; with at, as it was at that instant. A location without "
            + "one ships plain goods everywhere, at all hours.",
        "");
    told.add("PUT /api/v1/network/profiles", "network", "Describe locations",
        "One or a list, each whole; all of them are stored or none." + VERSIONS,
        """
        [{"location":"NYC","tags":["east"],"pickup":true,"week":{"hours":{"MONDAY":{"from":"09:00","to":"17:00"}},
          "cutOff":"14:00","closed":["2026-12-25"],"handlingDays":0},"capacity":{"perDay":400,"perHour":60},
          "costs":{"currency":"USD","perParcel":"1.20","perUnit":"0.15"}}]
        """);
    told.add("GET /api/v1/network/profiles/{location}", "network", "Show a location's profile", "", "");
    told.add("PUT /api/v1/network/profiles/{location}", "network", "Describe one location", IF_MATCH,
        """
        {"tags":["east"],"countries":["US","CA"]}
        """);
    told.add("DELETE /api/v1/network/profiles/{location}", "network", "Take a profile away",
        "The location is plain again. " + IF_MATCH, "");
    told.add("GET /api/v1/network/items", "network", "List what SKUs ask of their shipper",
        "In the order of SKUs.", "");
    told.add("PUT /api/v1/network/items", "network", "Say what SKUs ask of their shipper",
        "One or a list, each whole; all of them are stored or none. Weights are the catalogue's." + VERSIONS,
        """
        [{"sku":"A-1","longestMm":900,"hazmat":"9","temperature":"AMBIENT","oversize":true,"tags":["fragile"]}]
        """);
    told.add("GET /api/v1/network/items/{sku}", "network", "Show what a SKU asks", "", "");
    told.add("DELETE /api/v1/network/items/{sku}", "network", "Take away what a SKU asks",
        "It is plain again. " + IF_MATCH, "");
    cards(told);
  }

  private static void cards(Promising.Told told) {
    told.add("GET /api/v1/network/rate-cards", "network", "List rate cards",
        "With at, as they were at that instant.", "");
    told.add("PUT /api/v1/network/rate-cards", "network", "Store rate cards",
        "One or a list, each whole; all of them are stored or none. The longest beginning of the postal code finds a "
            + "zone, then the region, the country, the distance." + VERSIONS,
        """
        [{"code":"POST-GB","carrier":"Post","service":"Parcel","currency":"GBP","from":{"countries":["GB"]},
          "maxGrams":30000,"steps":[1000,5000],"zones":[
            {"zone":"mainland","countries":["GB"],"transitDays":1,"prices":["3.50","5.00"],"perFurtherKg":"0.90"},
            {"zone":"north","postalCodes":["GB BT","GB AB30-AB38"],"transitDays":3,"prices":["9.00","12.00"]}]}]
        """);
    told.add("GET /api/v1/network/rate-cards/{code}", "network", "Show a rate card", "", "");
    told.add("PUT /api/v1/network/rate-cards/{code}", "network", "Store one rate card", IF_MATCH,
        """
        {"carrier":"Post","service":"Parcel","currency":"GBP","steps":[1000],
          "zones":[{"zone":"all","countries":["GB"],"prices":["3.50"]}]}
        """);
    told.add("GET /api/v1/network/rate-cards/{code}/prices", "network", "Show a rate card's prices as a file",
        "As CSV: a column a zone, a row a weight in kg, and rows that say where the zones are.", "");
    told.add("PUT /api/v1/network/rate-cards/{code}/prices", "network", "Store a rate card's prices from a file",
        "The body is such a CSV, of at most 1 MB: comma, semicolon, tab or bar, UTF-8, UTF-16 or Latin-1. All of it "
            + "is stored instead of the prices before, or nothing; the pointer of an error is its line, as /4. "
            + IF_MATCH,
        "");
    told.add("DELETE /api/v1/network/rate-cards/{code}", "network", "End a rate card",
        "It carries nothing from now on; what it said before is kept. " + IF_MATCH, "");
    told.add("POST /api/v1/network/rate-cards/quote", "network", "Ask what a parcel would cost",
        "Every card answers: a price, or why it does not carry the parcel.",
        """
        {"from":"NYC","to":{"country":"GB","postalCode":"BT9 5AB"},"grams":1200}
        """);
  }
}
