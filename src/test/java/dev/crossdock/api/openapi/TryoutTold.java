package dev.crossdock.api.openapi;

/** What the description says about policies tried on orders as they are now. */
final class TryoutTold {

  private TryoutTold() {}

  static void tell(Promising.Told told) {
    tellTrying(told);
    tellApplying(told);
  }

  private static void tellTrying(Promising.Told told) {
    told.add("POST /api/v1/routing/try", "routing", "Try a policy on an order",
        "What would be decided at this moment, by the code that decides on live orders and with the stock, capacity, "
            + "rates and steering there are; nothing is written. The order is one that is stored (id or number), "
            + "pasted as in a case, or a message as its channel would send it. It is asked by the policies in force, a "
            + "policyVersion (a draft too) or a pasted policy. What a stored order holds is given back to it first; "
            + "units says which of its units are planned.",
        """
        {"pasted":{"destination":{"country":"US","postalCode":"02110"},"lines":[{"sku":"A-1","units":2}]},
         "policy":{"name":"nearest","rules":[{"name":"nearest","otherwise":{"do":"backorder"}}]}}
        """);
    told.add("GET /api/v1/routing/policies/{version}/shadow", "routing", "Compare a shadow with what was decided",
        "Each live decision is also made by the versions in the shadow, on the same facts and without effect. How "
            + "often they differ, and what both sides come to: orders without a place, parcels, late orders, cost and "
            + "days. A shadow has 50 milliseconds for an order and 250 for a batch, then it is cut off.",
        "");
    told.add("GET /api/v1/routing/policies/{version}/shadow/orders", "routing", "List orders a shadow differs on",
        "The latest first; 10,000 of each version are kept for 30 days, and of a batch at most 10.", "");
    told.add("GET /api/v1/routing/policies/{version}/canary", "routing", "Compare a canary with the active version",
        "Orders that it decided since it began, and those that the active one decided meanwhile: without a place, "
            + "turned down by a location afterwards, due to leave, and late.",
        "");
    told.add("GET /api/v1/routing/canary-limits", "routing", "Show when a canary falls back",
        "How many orders both sides must have, and how many more points may be turned down or late.", "");
    told.add("PUT /api/v1/routing/canary-limits", "routing", "Say when a canary falls back",
        "A canary that does worse than this, beyond what chance explains, is archived by the system, with an exception "
            + "that tells the figures. Orders keep their places.",
        """
        {"ordersLeast":50,"rejectedPointsMore":5,"latePointsMore":5}
        """);
  }

  private static void tellApplying(Promising.Told told) {
    told.add("POST /api/v1/routing/apply", "routing", "Apply a version to orders not yet released",
        "All orders with units that no location was told of are decided anew by the version, which must be the active "
            + "one. It is done behind the scenes, in batches of 50, by the code that routes any order; orders that are "
            + "pinned, held from routing, or were released or ended meanwhile are passed by. preview changes nothing, "
            + "tells what would change, and may be asked of any version that is finished. One can be under way at a "
            + "time, and one preview.",
        """
        {"policyVersion":1,"preview":true}
        """);
    told.add("GET /api/v1/routing/apply", "routing", "List versions applied", "Previews too, the latest first.", "");
    told.add("GET /api/v1/routing/apply/{id}", "routing", "Show how far a version is applied",
        "How many orders were looked at, changed, stay as they are and were passed by, and what the changed ones cost "
            + "before and after. It is STOPPED when another version is activated meanwhile.",
        "");
    told.add("GET /api/v1/routing/apply/{id}/orders", "routing", "List orders that a version changes",
        "Which units go where instead, and orders passed by with the reason: PINNED, HELD, RELEASED or ENDED. Kept for "
            + "90 days.",
        "");
    told.add("POST /api/v1/routing/apply/{id}/cancel", "routing", "Stop applying a version",
        "It stops after the batch that is being done; what was done stays.", "");
  }
}
