package dev.crossdock.console.orders.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The views every list of orders offers, each a filter of its own. */
enum OrderViews {
  OPEN("Open", "is:open"),
  AT_RISK("At risk", "is:at-risk sort:due"),
  ON_HOLD("On hold", "is:open is:held"),
  ATTENTION("Needs attention", "is:attention"),
  BACKORDERED("Backordered", "headline:backordered"),
  ALL("All", "");

  private final String words;
  private final String filter;

  OrderViews(String words, String filter) {
    this.words = words;
    this.filter = filter;
  }

  String words() {
    return words;
  }

  String filter() {
    return filter;
  }

  String href() {
    return href(filter);
  }

  /** Where the list with a filter is. */
  static String href(String filter) {
    return "/console/orders?q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }
}
