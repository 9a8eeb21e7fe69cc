package dev.crossdock.console.stock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Sku;
import dev.crossdock.catalog.SkuQuery;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.stock.StockList.Item;
import dev.crossdock.console.stock.StockList.Level;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockView;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the catalogue's SKUs with what lies where; what is looked for stands in the address. */
@RestController
class StockPage {

  static final int PAGE = 25;
  private static final int TEXT_MAX = 200;

  private final Pages pages;
  private final Door door;
  private final Catalog catalog;
  private final Stock stock;

  StockPage(Pages pages, Door door, Catalog catalog, Stock stock) {
    this.pages = pages;
    this.door = door;
    this.catalog = catalog;
    this.stock = stock;
  }

  @GetMapping("/console/stock")
  ResponseEntity<String> page(
      Visit visit,
      @RequestParam(name = "q", defaultValue = "") String wanted,
      @RequestParam(required = false) @Nullable String after) {
    String text = bounded(wanted.replace("\0", "").strip());
    String from = after == null ? null : bounded(after.replace("\0", ""));
    StockList view = door.read(visit.merchant(), tx -> view(tx, text, from));
    return pages.page(visit, Nav.STOCK, "Stock", "stock/page.jte", view);
  }

  private StockList view(Tx tx, String text, @Nullable String after) {
    List<Sku> found = catalog.list(tx, new SkuQuery(text.isEmpty() ? null : text, after, PAGE + 1));
    List<Sku> shown = found.subList(0, Math.min(PAGE, found.size()));
    StockView levels = stock.available(tx, shown.stream().map(Sku::sku).collect(Collectors.toSet()));
    return new StockList(
        text,
        shown.stream().map(sku -> item(sku, levels)).toList(),
        shown.isEmpty() ? nothing(text, after) : null,
        found.size() > PAGE ? href(text) + "&after=" + encoded(shown.getLast().sku()) : null,
        after == null ? null : href(text));
  }

  private static Item item(Sku sku, StockView levels) {
    return new Item(
        "sku-" + Integer.toHexString(sku.sku().hashCode()),
        sku.sku(),
        "/console/stock/sku?sku=" + encoded(sku.sku()),
        sku.title(),
        note(sku),
        levels.of(sku.sku()).stream().map(StockPage::level).toList());
  }

  private static String note(Sku sku) {
    String kit = !sku.kit() ? ""
        : "kit of " + sku.components().stream()
            .map(part -> part.units() + " × " + part.sku()).collect(Collectors.joining(", "));
    return sku.active() ? kit : kit.isEmpty() ? "no longer sold" : kit + ", no longer sold";
  }

  private static Level level(StockAt at) {
    return new Level(
        at.location().name(), grouped(at.onHand()), grouped(at.reserved()),
        at.unavailable() == 0 ? "" : grouped(at.unavailable()), grouped(at.available()), at.shortfall() > 0);
  }

  private static Block nothing(String text, @Nullable String after) {
    if (text.isEmpty() && after == null) {
      return new Block(
          Block.Kind.NONE_YET, "No products yet", "They appear here as soon as they are put into the catalogue.", null);
    }
    return new Block(
        Block.Kind.NO_MATCH, text.isEmpty() ? "Nothing behind this" : "No SKU matches",
        text.isEmpty() ? "The list ends before." : "Nothing fits " + text + ".",
        new Block.Action("Show all stock", Nav.STOCK.href()));
  }

  static String grouped(int units) {
    return String.format(Locale.ROOT, "%,d", units);
  }

  private static String href(String text) {
    return Nav.STOCK.href() + "?q=" + encoded(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String bounded(String text) {
    return text.substring(0, Math.min(TEXT_MAX, text.length()));
  }
}
