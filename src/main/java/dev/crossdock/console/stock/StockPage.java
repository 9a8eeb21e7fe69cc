package dev.crossdock.console.stock;

import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.stock.StockList.Item;
import dev.crossdock.console.stock.StockList.Level;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockView;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the catalogue's SKUs with what lies where; what is looked for stands in the address. */
@RestController
class StockPage {

  static final int PAGE = 25;

  private final Pages pages;
  private final Door door;
  private final StockFinder finder;
  private final Stock stock;

  StockPage(Pages pages, Door door, StockFinder finder, Stock stock) {
    this.pages = pages;
    this.door = door;
    this.finder = finder;
    this.stock = stock;
  }

  @GetMapping("/console/stock")
  ResponseEntity<String> page(Visit visit, @RequestParam MultiValueMap<String, String> asked) {
    StockFilter filter = StockFilter.of(new Sent(asked));
    StockList view = door.read(visit.merchant(), tx -> view(tx, filter));
    return pages.page(visit, Nav.STOCK, "Stock", "stock/page.jte", view);
  }

  private StockList view(Tx tx, StockFilter filter) {
    StockFinder.Found found = finder.find(tx, filter, PAGE);
    StockView levels = stock.available(tx, found.skus().stream().map(Sku::sku).collect(Collectors.toSet()));
    return new StockList(
        filter.text(),
        filter.shown(finder.places(tx), found.skipped()),
        found.skus().stream().map(sku -> item(sku, levels)).toList(),
        found.skus().isEmpty() ? nothing(filter) : null,
        found.next() == null ? null : filter.href() + found.next(),
        filter.after().isEmpty() ? null : filter.href());
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

  private static Block nothing(StockFilter filter) {
    if (filter.text().isEmpty() && filter.after().isEmpty() && !filter.narrows()) {
      return new Block(
          Block.Kind.NONE_YET, "No products yet", "They appear here as soon as they are put into the catalogue.", null);
    }
    return new Block(
        Block.Kind.NO_MATCH, filter.after().isEmpty() ? "No SKU matches" : "Nothing behind this",
        filter.text().isEmpty() ? "Nothing fits what is looked for." : "Nothing fits " + filter.text() + ".",
        new Block.Action("Show all stock", Nav.STOCK.href()));
  }

  static String grouped(int units) {
    return String.format(Locale.ROOT, "%,d", units);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
