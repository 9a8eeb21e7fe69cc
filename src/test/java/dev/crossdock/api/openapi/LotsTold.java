package dev.crossdock.api.openapi;

/** What the description says about lots and serial numbers. */
final class LotsTold {

  private LotsTold() {}

  static void tell(Promising.Told told) {
    told.add("PUT /api/v1/sku-settings", "stock", "Say what SKUs ask for",
        "One or a list: nothing, lots, lots that expire, or serial numbers; all of them are stored or none. Once units "
            + "are on hand, assign says which lot each of them belongs to. From shelfDays before its expiry a lot is "
            + "blocked as EXPIRED.",
        """
        [{"sku":"A-1","tracking":"NONE"}]
        """);
    told.add("GET /api/v1/sku-settings", "stock", "List what SKUs ask for", "In the order of SKUs.", "");
    told.add("GET /api/v1/lots/{sku}", "stock", "List the lots of a SKU",
        "Where they lie, what expires first first. A serial number is a lot of one unit.", "");
    told.add("GET /api/v1/lots/{sku}/trace", "stock", "Trace a lot",
        "Where its units are, which orders got them, and its history, the latest first: what a recall asks. lot is "
            + "the lot's name or the serial number.",
        "");
    told.add("PUT /api/v1/picks/{document}", "stock", "Say which lots were picked",
        "Lots or serial numbers for lines of an order, by its id, before it ships; all of them are stored or none. "
            + "The shipment takes these, and what nobody named by expiry.",
        """
        [{"line":1,"sku":"A-1","location":"NYC","serials":["S-1"]}]
        """);
  }
}
