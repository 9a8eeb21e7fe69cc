package dev.crossdock.api.openapi;

/** What the description says about orders and stock that is not there. */
final class Shortages {

  private Shortages() {}

  static void tell(Promising.Told told) {
    authorisations(told);
    told.add("GET /api/v1/shortage-rules", "orders", "List what becomes of orders without stock", "All rules.", "");
    told.add("PUT /api/v1/shortage-rules", "orders", "Say what becomes of orders without stock",
        "For all, for a channel, or for one account of it: of those that fit an order, the most specific counts. "
            + "What is not named stays as it is.",
        """
        [{"onShort":"WAIT","arrivals":"WAITING_FIRST"}]
        """);
    told.add("PUT /api/v1/orders/{id}/priority", "orders", "Set an order's priority",
        "Who comes first when units are scarce: -1000 to 1000, the higher the sooner; 0 is usual.",
        """
        {"priority":10,"reason":"promised by phone"}
        """);
  }

  private static void authorisations(Promising.Told told) {
    told.add("POST /api/v1/backorder-authorisations", "stock", "Allow units to be sold ahead",
        "So many units of a SKU, for all or for a channel or account: as a BACKORDER promised for promisedOn, or as "
            + "what is incoming comes in, when that is absent; or as a PREORDER, of which nothing leaves before "
            + "releaseOn. "
            + "Orders never use more; what they cancel comes back, what they got stock for stays used.",
        """
        {"sku":"A-1","kind":"BACKORDER","units":20,"promisedOn":"2027-01-15"}
        """);
    told.add("GET /api/v1/backorder-authorisations", "stock", "List what may be sold ahead",
        "The latest first, closed ones too.", "");
    told.add("GET /api/v1/backorder-authorisations/{id}", "stock", "Show what may be sold ahead",
        "Its ETag is its version.", "");
    told.add("POST /api/v1/backorder-authorisations/{id}/change", "stock", "Change what may be sold ahead",
        "How many, or when; what is absent stays. Not below what is sold already.",
        """
        {"units":25,"promisedOn":"2027-01-20"}
        """);
    told.add("POST /api/v1/backorder-authorisations/{id}/close", "stock", "Sell nothing more ahead",
        "Who bought under it keeps waiting for what was promised.", "");
  }
}
