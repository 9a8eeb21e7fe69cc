package dev.crossdock.api.openapi;

/** What the description says about promising stock. */
final class Promising {

  private Promising() {}

  /** Takes route, tag, summary, description, and an example of the body. */
  interface Told {
    void add(String route, String tag, String summary, String description, String request);
  }

  static void tell(Told told) {
    available(told);
    apart(told);
    reservations(told);
  }

  private static void available(Told told) {
    told.add("GET /api/v1/atp", "stock", "Show what may be promised",
        "Up to 200 SKUs for a channel account, a set of locations, and ship or pickup (stores only), each with its sum "
            + "spelled out. Of a kit it is as many as its parts make in each location.",
        "");
    told.add("GET /api/v1/atp/{sku}/when", "stock", "Show when so many units could be promised",
        "From what may be promised now and what is on its way with a day.", "");
    told.add("PUT /api/v1/safety-stock", "stock", "Keep units back from being offered",
        "By SKU, location, channel and account in any combination, one or a list; all of them are stored or none. One "
            + "setting with and one without the location counts: the most specific that fits, SKU before account "
            + "before channel. A SKU that ends with a star is a rule for all SKUs that begin so. It limits what is "
            + "offered, never what an order gets.",
        """
        [{"sku":"A-1","units":2},{"sku":"A-1","location":"NYC","units":1}]
        """);
    told.add("GET /api/v1/safety-stock", "stock", "List what is kept back", "All of it, or of one SKU.", "");
  }

  private static void apart(Told told) {
    told.add("PUT /api/v1/allocation-groups", "stock", "Store allocation groups",
        "One or a list: whose orders draw on units kept apart, by channel and account. All of them are stored or none.",
        """
        [{"code":"WHOLESALE","channel":"shopify","account":"main-store"},{"code":"SHOPS","channel":"shopify"}]
        """);
    told.add("GET /api/v1/allocation-groups", "stock", "List allocation groups", "All of them.", "");
    told.add("POST /api/v1/allocations", "stock", "Keep units apart for a group",
        "From what is free to a group, from a group back to everybody, or from one group to another: so many units or "
            + "perCent of what the giver has, all of them or none. Nobody else can take what is kept apart; the "
            + "group's orders draw on it first, and what they give back returns to it.",
        """
        {"to":"WHOLESALE","sku":"A-1","units":1}
        """);
    told.add("GET /api/v1/allocations", "stock", "List what is kept apart", "By group or SKU.", "");
  }

  private static void reservations(Told told) {
    told.add("POST /api/v1/reservations", "reservations", "Keep units for a checkout",
        "All lines or none. Nobody else can take the units until an order takes them over, they are released, or "
            + "ttlSeconds (1 to 604800) are over. An order takes them over by the tag reservation:<id>, or by a claim.",
        """
        {"lines":[{"sku":"A-1","units":1}],"ttlSeconds":900}
        """);
    told.add("GET /api/v1/reservations", "reservations", "List reservations for checkouts",
        "The latest first, by state or SKU.", "");
    told.add("GET /api/v1/reservations/{id}", "reservations", "Show a reservation", "Its ETag is its version.", "");
    told.add("POST /api/v1/reservations/{id}/extend", "reservations", "Keep units for longer",
        "From now on for so many seconds; what has expired stays expired.",
        """
        {"ttlSeconds":900}
        """);
    told.add("POST /api/v1/reservations/{id}/release", "reservations", "Give reserved units back",
        "Once more changes nothing.", "");
    told.add("POST /api/v1/reservations/{id}/claim", "reservations", "Let an order take reserved units over",
        "Exactly these units, in one transaction; what the order does not need is given back.",
        """
        {"order":"0199a1b2-c3d4-7000-8000-000000000000"}
        """);
  }
}
