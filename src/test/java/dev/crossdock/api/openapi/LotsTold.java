package dev.crossdock.api.openapi;

/** What the description says about lots, serial numbers and cost. */
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
    cost(told);
  }

  private static void cost(Promising.Told told) {
    told.add("PUT /api/v1/costing/skus", "costing", "Value the stock of SKUs",
        "One or a list, by FIFO or MOVING_AVERAGE, in one currency for good; all of them are stored or none. "
            + "openingUnitCost is for units that are there already.",
        """
        [{"sku":"A-1","method":"MOVING_AVERAGE","currency":"USD","openingUnitCost":{"amount":"1.50","currency":"USD"}}]
        """);
    told.add("GET /api/v1/costing/values", "costing", "Show what stock is worth",
        "By SKU, now or as it was: at tells the instant, knownAt leaves out what was learned later.", "");
    told.add("GET /api/v1/costing/total", "costing", "Show what all stock is worth", "An amount a currency.", "");
    told.add("GET /api/v1/costing/sales", "costing", "Show what sales cost, and how often stock turns",
        "By SKU, from an instant to before another.", "");
    told.add("GET /api/v1/costing/untold", "costing", "List arrivals of unknown cost",
        "Up to 1,000. They have the average of their moment until somebody tells their cost.", "");
    told.add("POST /api/v1/costing/skus/{sku}/costs", "costing", "Tell costs later",
        "Of arrivals as the list of the untold names them; all or none. The difference goes to what is still there, "
            + "and the rest to the cost of sales.",
        """
        [{"entry":"01999d5e-0000-7000-8000-000000000001","unitCost":{"amount":"1.75","currency":"USD"}}]
        """);
  }
}
