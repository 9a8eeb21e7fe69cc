package dev.crossdock.api.openapi;

/** What the description says about routing policies. */
final class PoliciesTold {

  private static final String AT = "/api/v1/routing/policies";

  private PoliciesTold() {}

  static void tell(Promising.Told told) {
    told.add("GET " + AT, "routing", "List versions of the routing policy", "The newest first, without what they say.",
        "");
    told.add("GET " + AT + "/{version}", "routing", "Show a version of the routing policy",
        "By its number, or the one that decides as active. Its ETag is its revision.", "");
    told.add("POST " + AT, "routing", "Draft a routing policy",
        "From a version, or with a policy of its own. A draft may be unfinished; what keeps it from deciding is told "
            + "in faults. docs/routing-policies.md describes the form of a policy.",
        """
        {"policy":{"name":"web","rules":[{"name":"all","otherwise":{"do":"backorder"}}]},"comment":"a first try"}
        """);
    told.add("PUT " + AT + "/{version}", "routing", "Change a draft",
        "In the revision that If-Match names; what is absent stays.",
        """
        {"comment":"for the sale"}
        """);
    told.add("GET " + AT + "/{version}/diff", "routing", "Compare two versions",
        "In words, with the version from, or with the one it began as.", "");
    told.add("GET " + AT + "/{version}/lint", "routing", "Check a version",
        "For rules that can never match or are never asked, and names of what is not there. Tells of each rule how "
            + "many of the last 10,000 orders meet its conditions, and how many of these get as far as it.", "");
    told.add("POST " + AT + "/check", "routing", "Check a policy without storing it",
        "As lint, and with all that is wrong with it.",
        """
        {"policy":{"name":"web","rules":[{"name":"all","otherwise":{"do":"backorder"}}]}}
        """);
    states(told);
    told.add("GET /api/v1/routing/criteria", "routing", "List filters and ratings",
        "With their parameters, as an editor needs them.", "");
    told.add("GET /api/v1/routing/fields", "routing", "List what conditions can ask",
        "With their comparisons, as an editor needs them, and their types in expressions.", "");
  }

  private static void states(Promising.Told told) {
    told.add("POST " + AT + "/{version}/activate", "routing", "Let a version decide",
        "The one before is archived. When a guard objects, a named person may override it with a reason.",
        """
        {"overrideBy":"Mira","overrideReason":"the sale begins tonight"}
        """);
    told.add("POST " + AT + "/{version}/shadow", "routing", "Let a version decide without effect",
        "It is asked beside the active one, and nothing comes of it.", "");
    told.add("POST " + AT + "/{version}/canary", "routing", "Let a version decide for a part of the orders",
        "The same order always belongs to the same part.",
        """
        {"percent":5}
        """);
    told.add("POST " + AT + "/{version}/archive", "routing", "Take a version out of use", "Not the active one.", "");
    told.add("POST " + AT + "/{version}/discard", "routing", "Throw a draft away",
        "Its number is not given again.", "");
    told.add("POST " + AT + "/{version}/roll-back", "routing", "Go back to an earlier version",
        "As a new version that says the same, and decides at once.",
        """
        {"comment":"it was better"}
        """);
  }
}
