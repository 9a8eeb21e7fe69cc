package dev.crossdock.api.openapi;

/** What the description says about decisions that are tried. */
final class TrialsTold {

  private TrialsTold() {}

  static void tell(Promising.Told told) {
    told.add("POST /api/v1/routing/plan", "routing", "Plan a case",
        "What would be decided on an order with these places, this stock, these rates and this policy (pasted, a "
            + "policyVersion, or the one in force), by the code that decides on live orders; nothing is stored. times "
            + "decides so often again and tells how much of a processor's time it took.",
        """
        {"places":[{"code":"NYC","lat":40.71,"lon":-74.0},{"code":"LAX","lat":34.05,"lon":-118.24}],
         "stock":[{"sku":"A-1","location":"NYC","units":3}],
         "order":{"destination":{"country":"US","postalCode":"02110"},"lines":[{"sku":"A-1","units":2}]}}
        """);
    told.add("POST /api/v1/routing/backtests", "routing", "Try a policy on past orders",
        "A pasted policy or a policyVersion, on the orders of so many days until now or from an instant to before "
            + "another, with stock and rates as they were; against the policy in force and what really happened. It is "
            + "done behind the scenes.",
        """
        {"days":30,"policy":{"name":"nearest","rules":[{"name":"nearest","otherwise":{"do":"backorder"}}]}}
        """);
    told.add("GET /api/v1/routing/backtests", "routing", "List backtests", "The latest first.", "");
    told.add("GET /api/v1/routing/backtests/{id}", "routing", "Show a backtest",
        "How far it is, and its report once it is done: cost, parcels, days, late and unfilled, by location and by "
            + "channel, and the guard-rails that the policy breaks.",
        "");
    told.add("GET /api/v1/routing/backtests/{id}/orders", "routing", "List orders that went different ways",
        "With what the tried policy and the one in force decide, and where they really went, in a sentence each.", "");
    told.add("POST /api/v1/routing/backtests/{id}/cancel", "routing", "Cancel a backtest", "It ends without a report.",
        "");
    told.add("GET /api/v1/routing/guard-rails", "routing", "Show the guard-rails",
        "How much worse on past orders a policy may be than the one in force; each backtest tells which it breaks.",
        "");
    told.add("PUT /api/v1/routing/guard-rails", "routing", "Set the guard-rails",
        "Per cent of cost and of parcels an order, points of late orders and of units without a place; and when a "
            + "version must have been tried before it decides: ALWAYS, WITH_A_PAST (once there were 100 orders in 30 "
            + "days, which is what holds when it is absent) or NEVER.",
        """
        {"costPercentMost":2,"latePointsMost":0.1,"unfilledPointsMost":0.1,"parcelsPercentMost":5,
         "backtest":"WITH_A_PAST"}
        """);
  }
}
