package dev.crossdock.console.channels.stock;

import dev.crossdock.console.kit.Tab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the pages of channels lie. */
public final class ShownNav {

  public static final String ACCOUNTS = "/console/channels";
  public static final String HREF = ACCOUNTS + "/stock";

  /** The page on which buffers are tried out. */
  public static final String TRIAL = HREF + "/trial";

  private ShownNav() {}

  /** The pages about channels, the one with this address as the current. */
  public static List<Tab> tabs(String current) {
    return List.of(tab("Accounts", ACCOUNTS, current), tab("Stock shown", HREF, current));
  }

  private static Tab tab(String words, String href, String current) {
    return new Tab(words, href, href.equals(current), null);
  }

  /** The page of an account. */
  static String account(String channel, String account) {
    return HREF + "/account?channel=" + encoded(channel) + "&account=" + encoded(account);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
