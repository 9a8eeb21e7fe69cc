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
        "By account, listing and the channel's location.", "");
  }
}
