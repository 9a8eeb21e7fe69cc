package dev.crossdock.api.openapi;

/** What the description says about orders and stock that is not there. */
final class Shortages {

  private Shortages() {}

  static void tell(Promising.Told told) {
    authorisations(told);
    lines(told);
    transfer(told);
    returns(told);
    told.add("GET /api/v1/products/{sku}/substitutes", "catalog", "Show what may be sent in place of a SKU",
        "The best first.", "");
    told.add("PUT /api/v1/products/{sku}/substitutes", "catalog", "Say what may be sent in place of a SKU",
        "Replaces the list, the best first. Substitutes are proposed where a line found no stock, never taken by "
            + "themselves.",
        """
        {"substitutes":["A-2"]}
        """);
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

  private static void returns(Promising.Told told) {
    told.add("POST /api/v1/incoming-returns", "stock documents", "Announce a return",
        "Its units are incoming from now on. Without a number it gets the next of ours.",
        """
        {"reference":"RMA-7","sku":"A-1","location":"NYC","units":2,"expectedOn":"2026-12-01"}
        """);
    told.add("GET /api/v1/incoming-returns", "stock documents", "List announced returns",
        "The latest first, by state, or by q: a part of the number, the reference or a SKU.", "");
    told.add("GET /api/v1/incoming-returns/{id}", "stock documents", "Show an announced return",
        "Its ETag is its version.", "");
    told.add("POST /api/v1/incoming-returns/{id}/receipts", "stock documents", "Receive a return",
        "In parts or at once: to be promised again (RESTOCK), or to lie there DAMAGED or for QUALITY_CONTROL. The same "
            + "delivery again changes nothing.",
        """
        {"reference":"PARCEL-1","units":1,"disposition":"RESTOCK"}
        """);
    told.add("POST /api/v1/incoming-returns/{id}/close", "stock documents", "Close a return",
        "The rest will not come.", "");
    told.add("POST /api/v1/incoming-returns/{id}/cancel", "stock documents", "Cancel a return",
        "Only while nothing was received.", "");
  }

  private static void lines(Promising.Told told) {
    told.add("POST /api/v1/orders/{id}/lines/{line}/cancel", "orders", "Cancel units of a line",
        "All that are left, or so many; what nobody works on goes first.",
        """
        {"units":1,"reason":"out of stock"}
        """);
    told.add("POST /api/v1/orders/{id}/lines/{line}/backorder", "orders", "Promise waiting units for a day",
        "Authorises exactly the units that wait without a promise; without promisedOn, uses what is authorised.",
        """
        {"promisedOn":"2027-01-15"}
        """);
    told.add("POST /api/v1/orders/{id}/lines/{line}/substitute", "orders", "Send something else for a line",
        "Only while nothing of the line is worked on; it is routed at once.",
        """
        {"sku":"A-2","reason":"agreed with the buyer"}
        """);
    told.add("POST /api/v1/orders/{id}/lines/{line}/displace", "orders", "Take units of another order for a line",
        "Units that are reserved for an order of lower priority and not released to a location, in one transaction; "
            + "the other order waits or looks elsewhere. force takes them from any order. Both journals tell it.",
        """
        {"from":"0199a1b2-c3d4-7000-8000-000000000000","reason":"promised by phone"}
        """);
  }

  private static void transfer(Promising.Told told) {
    told.add("POST /api/v1/orders/{id}/lines/{line}/transfer", "orders", "Bring what a line lacks from elsewhere",
        "Requests a transfer of the units that wait without a promise, or so many, and promises the line the day on "
            + "which they arrive, in one transaction. The order waits for the transfer and goes on when it is "
            + "received.",
        """
        {"from":"FBA","to":"NYC","expectedOn":"2027-01-15"}
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
