package dev.crossdock.api.openapi;

/** Where orders go. */
final class Placing {

  private Placing() {}

  static void tell(Promising.Told told) {
    told.add("POST /api/v1/orders/{id}/route", "orders", "Look for places again",
        "For everything that is not released to a location, by the policy in force.", "");
    told.add("POST /api/v1/orders/{id}/route-preview", "orders", "Show what routing would decide",
        "The same as looking for places again, and nothing is kept of it.", "");
    told.add("POST /api/v1/orders/{id}/pin", "orders", "Send an order to a location",
        "Nobody else ships it; what others were to ship is taken back. Without locations the rules decide again.",
        """
        {"locations":["NYC"],"reason":"the buyer lives next door"}
        """);
    told.add("POST /api/v1/orders/{id}/reject", "orders", "Turn an order down for a location",
        "Its units look for another place, and the location is left out for this order for so many days. wholeOrder "
            + "moves all it has of the order, else only the lines named. missing counts the units as lost.",
        """
        {"location":"NYC","lines":[1],"days":7,"missing":false,"reason":"no time today"}
        """);
    told.add("GET /api/v1/routing/queue", "orders", "List demand without a place",
        "Orders with units to route, turned down, kept from their stock by a rule, or waiting for stock.", "");
    told.add("GET /api/v1/routing/decisions", "orders", "Search decisions over time",
        "By the location that ships, a location that a criterion kept out, the criterion, and when; the latest first. "
            + "What left LEEDS because NYC was full: location=LEEDS, lost=NYC, because=has-capacity.", "");
  }
}
