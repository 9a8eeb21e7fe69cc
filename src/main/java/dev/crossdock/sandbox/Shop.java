package dev.crossdock.sandbox;

/** The demo merchant's three channel accounts. */
public enum Shop {
  SHOPIFY("shopify", "Fern & Flint shop"),
  WOOCOMMERCE("woocommerce", "Fern & Flint trade counter"),
  AMAZON("amazon", "Fern & Flint on Amazon");

  /** What the merchant calls its account at each of them. */
  public static final String ACCOUNT = "fernflint";

  private final String channel;
  private final String title;

  Shop(String channel, String title) {
    this.channel = channel;
    this.title = title;
  }

  /** The channel's name in addresses. */
  public String channel() {
    return channel;
  }

  String title() {
    return title;
  }
}
