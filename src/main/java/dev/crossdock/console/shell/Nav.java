package dev.crossdock.console.shell;

import dev.crossdock.console.kit.Icon;

/** The places of the console, in the order they are shown. */
public enum Nav {
  ORDERS("Orders", "/console/orders", Icon.ORDERS, "g o"),
  EXCEPTIONS("Exceptions", "/console/exceptions", Icon.EXCEPTIONS, "g e"),
  STOCK("Stock", "/console/stock", Icon.STOCK, "g i"),
  LOCATIONS("Locations", "/console/locations", Icon.PIN, "g l"),
  ROUTING("Routing", "/console/routing", Icon.BRANCH, "g r"),
  CHANNELS("Channels", "/console/channels", Icon.CHANNELS, "g c"),
  CHECKS("Checks", "/console/checks", Icon.CHECK, "g k");

  private final String words;
  private final String href;
  private final Icon icon;
  private final String keys;

  Nav(String words, String href, Icon icon, String keys) {
    this.words = words;
    this.href = href;
    this.icon = icon;
    this.keys = keys;
  }

  public String words() {
    return words;
  }

  public String href() {
    return href;
  }

  public Icon icon() {
    return icon;
  }

  /** The keys that go there, one after the other. */
  public String keys() {
    return keys;
  }
}
