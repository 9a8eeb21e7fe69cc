package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Tab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The pages about stock, in the order they are shown. */
public enum StockNav {
  LEVELS("Levels", "/console/stock"),
  PURCHASE_ORDERS("Purchase orders", "/console/stock/purchase-orders"),
  TRANSFERS("Transfers", "/console/stock/transfers"),
  COUNTS("Counts", "/console/stock/counts"),
  ADJUST("Adjust", "/console/stock/adjust"),
  IMPORTS("Import files", "/console/stock/imports");

  private final String words;
  private final String href;

  StockNav(String words, String href) {
    this.words = words;
    this.href = href;
  }

  public String href() {
    return href;
  }

  public String words() {
    return words;
  }

  /** The page of a SKU. */
  public static String sku(String sku) {
    return "/console/stock/sku?sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8);
  }

  /** All of them, this one as the current. */
  public List<Tab> tabs() {
    return Arrays.stream(values()).map(page -> new Tab(page.words, page.href, page == this, null)).toList();
  }
}
