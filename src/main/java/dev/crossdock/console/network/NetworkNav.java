package dev.crossdock.console.network;

import dev.crossdock.console.kit.Tab;
import java.util.Arrays;
import java.util.List;

/** The pages about the network, in the order they are shown. */
public enum NetworkNav {
  LOCATIONS("Locations", "/console/locations"),
  RATE_CARDS("Rate cards", "/console/rate-cards");

  private final String words;
  private final String href;

  NetworkNav(String words, String href) {
    this.words = words;
    this.href = href;
  }

  public String href() {
    return href;
  }

  /** All of them, this one as the current. */
  public List<Tab> tabs() {
    return Arrays.stream(values()).map(page -> new Tab(page.words, page.href, page == this, null)).toList();
  }
}
