package dev.crossdock.api.openapi;

/** What the description says about showing stock at channels. */
final class Publishing {

  private Publishing() {}

  static void tell(Promising.Told told) {
    told.add("PUT /api/v1/publishing/rules", "publishing", "Say how much of the stock a channel shows",
        "All or none, each in place of what was said before. The rule without channelSku is the account's own: an "
            + "account without one publishes nothing, and its listings take from it what theirs leave open. Shown is "
            + "the share of the units that may be promised, less the buffer; none below showMin, never more than "
            + "showMax.",
        """
        [{"channel":"shopify","account":"acme","sharePercent":100,"buffer":1}]
        """);
    told.add("GET /api/v1/publishing/rules", "publishing", "List an account's rules",
        "Its own first, then those of its listings.", "");
    told.add("GET /api/v1/publishing/skus/{sku}", "publishing", "Show what listings of a SKU have to show",
        "By account, listing and the channel's location: what is owed, what was told, and what the channel was seen to "
            + "show.", "");
    told.add("GET /api/v1/publishing/listings", "publishing", "List an account's listings by state",
        "state is one of OWED, SENT, ACKNOWLEDGED, DRIFTING, REFUSED, FROZEN, STOPPED.", "");
    told.add("GET /api/v1/publishing/accounts", "publishing", "Show how the accounts that publish are doing",
        "What is due, what drifts, how long the channel takes, and whether it is called at all.", "");
    told.add("GET /api/v1/publishing/simulation", "publishing", "Try what a buffer would cost and save",
        "Sells the SKU many times over in made-up time, with no buffer, a fixed one, and one that follows the lag. "
            + "units and perHour stand in for what is there and what was measured.", "");
    told.add("POST /api/v1/publishing/heal", "publishing", "Tell listings again",
        "One listing, or all of an account's that drift, were refused or were stopped.",
        """
        {"channel":"shopify","account":"acme"}
        """);
  }
}
