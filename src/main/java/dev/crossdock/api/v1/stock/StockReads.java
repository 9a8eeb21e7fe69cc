package dev.crossdock.api.v1.stock;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.Sku;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What lies where, now and at any instant before, and how it came about. */
@RestController
class StockReads {

  private final Commands commands;
  private final Stock stock;
  private final StockHistory history;
  private final Locations locations;
  private final Catalog catalog;

  StockReads(Commands commands, Stock stock, StockHistory history, Locations locations, Catalog catalog) {
    this.commands = commands;
    this.stock = stock;
    this.history = history;
    this.locations = locations;
    this.catalog = catalog;
  }

  @GetMapping("/api/v1/stock/{sku}")
  @RequiresScope(Scope.STOCK_READ)
  StockView get(
      ApiCall call,
      @PathVariable String sku,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String knownAt) {
    return commands.read(call, tx -> view(tx, sku, asOf(tx, at, knownAt)));
  }

  @GetMapping("/api/v1/stock")
  @RequiresScope(Scope.STOCK_READ)
  Page<PositionView> list(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String prefix,
      @RequestParam(required = false) @Nullable String location,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String knownAt) {
    PositionQuery query =
        new PositionQuery(
            null, storable("prefix", prefix), storable("location", location), after(page), page.probe());
    List<Position> found = commands.read(call, tx -> positions(tx, query, asOf(tx, at, knownAt)));
    Page<Position> part = page.page(found, position -> key(position.key()));
    return new Page<>(part.items().stream().map(PositionView::of).toList(), part.next());
  }

  @GetMapping("/api/v1/stock/{sku}/locations/{location}/ledger")
  @RequiresScope(Scope.STOCK_READ)
  Page<LedgerView> ledger(ApiCall call, PageRequest page, @PathVariable String sku, @PathVariable String location) {
    StockKey key = new StockKey(sku, location);
    if (key.toString().indexOf('\0') >= 0) {
      throw Refusal.notFound("There is no such SKU.");
    }
    List<LedgerView> found =
        commands.read(
            call,
            tx ->
                history.ledger(tx, key, page.afterId(), page.probe()).stream().map(LedgerView::of).toList());
    return page.page(found, entry -> entry.id().toString());
  }

  private StockView view(Tx tx, String sku, @Nullable AsOf asOf) {
    if (sku.indexOf('\0') >= 0 || catalog.known(tx, Set.of(sku)).isEmpty()) {
      throw Refusal.notFound("There is no such SKU.");
    }
    List<Position> positions = positions(tx, PositionQuery.of(sku), asOf);
    long available = asOf == null ? available(tx, sku) : sum(tx, positions);
    return StockView.of(sku, available, positions, asOf);
  }

  /** A kit lies nowhere: it can be had as often as its components. */
  private long available(Tx tx, String sku) {
    Map<String, Integer> components =
        catalog.find(tx, sku).map(Sku::components).orElse(List.of()).stream()
            .collect(Collectors.toMap(Component::sku, Component::units, Integer::sum));
    return components.isEmpty()
        ? stock.available(tx, Set.of(sku)).availableToPromise(sku)
        : stock.available(tx, components.keySet()).kitsToPromise(components);
  }

  /** Over the locations that are active today: whether they were then is not asked. */
  private long sum(Tx tx, List<Position> positions) {
    Set<String> active =
        locations.list(tx).stream()
            .filter(location -> location.active())
            .map(location -> location.code())
            .collect(Collectors.toSet());
    long units =
        positions.stream()
            .filter(position -> active.contains(position.key().location()))
            .mapToLong(position -> position.onHand() - position.reserved() - position.unavailableUnits())
            .sum();
    return Math.max(0, units);
  }

  private List<Position> positions(Tx tx, PositionQuery query, @Nullable AsOf asOf) {
    return asOf == null ? history.now(tx, query) : history.then(tx, query, asOf);
  }

  /** Null for now; one clock alone leaves the other at this instant. */
  private static @Nullable AsOf asOf(Tx tx, @Nullable String at, @Nullable String knownAt) {
    if (at == null && knownAt == null) {
      return null;
    }
    return new AsOf(
        at == null ? tx.now() : instant("at", at), knownAt == null ? tx.now() : instant("knownAt", knownAt));
  }

  private static Instant instant(String name, String text) {
    try {
      Instant instant = Instant.parse(text);
      if (instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Falls through to the same refusal as an instant nobody lives in.
    }
    throw Refusal.parameter(name, "An instant such as 2026-11-20T12:00:00Z.");
  }

  private static @Nullable String storable(String name, @Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw Refusal.parameter(name, "It holds a character that no key has.");
    }
    return text;
  }

  private static @Nullable StockKey after(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return null;
    }
    int at = after.lastIndexOf('@');
    if (at < 0) {
      throw Refusal.parameter("after", "Give what the page before told as next.");
    }
    return new StockKey(after.substring(0, at), after.substring(at + 1));
  }

  private static String key(StockKey key) {
    return key.toString();
  }
}
