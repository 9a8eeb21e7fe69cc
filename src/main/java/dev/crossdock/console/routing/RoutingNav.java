package dev.crossdock.console.routing;

import dev.crossdock.console.kit.Tab;
import java.util.Arrays;
import java.util.List;

/** The pages about routing. */
public enum RoutingNav {
  QUEUES("Queues", "/console/routing"),
  DECISIONS("Decisions", "/console/routing/decisions"),
  POLICIES("Policies", "/console/routing/policies"),
  BACKTESTS("Backtests", "/console/routing/backtests"),
  LIVE("On live orders", "/console/routing/live");

  private final String words;
  private final String href;

  RoutingNav(String words, String href) {
    this.words = words;
    this.href = href;
  }

  public String href() {
    return href;
  }

  /** All of them, with the one that is shown. */
  public static List<Tab> tabs(RoutingNav current) {
    return Arrays.stream(values()).map(page -> new Tab(page.words, page.href, page == current, null)).toList();
  }
}
