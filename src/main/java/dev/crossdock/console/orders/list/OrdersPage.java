package dev.crossdock.console.orders.list;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.orders.OrderWords;
import dev.crossdock.console.orders.list.OrdersView.Chip;
import dev.crossdock.console.orders.list.OrdersView.Filter;
import dev.crossdock.console.orders.list.OrdersView.Line;
import dev.crossdock.console.orders.list.OrdersView.Table;
import dev.crossdock.console.orders.list.OrdersView.Wrong;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderQuery;
import dev.crossdock.orders.OrderQuery.Parsed;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.orders.OrderSearch.Row;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists orders by view and filter; everything the page shows stands in its address. */
@RestController
class OrdersPage {

  static final int PAGE = 50;
  private static final String TEMPLATE = "orders/list/page.jte";

  private final Pages pages;
  private final Door door;
  private final OrderSearch search;
  private final LineMaker lines;

  OrdersPage(Pages pages, Door door, OrderSearch search, LineMaker lines) {
    this.pages = pages;
    this.door = door;
    this.search = search;
    this.lines = lines;
  }

  @GetMapping("/console/orders")
  ResponseEntity<String> page(
      Visit visit,
      @RequestParam(name = "q", required = false) @Nullable String filter,
      @RequestParam(required = false) @Nullable String after) {
    String text = filter == null ? OrderViews.OPEN.filter() : filter.strip();
    return switch (OrderQuery.parse(text, visit.watch().now(), visit.watch().zone())) {
      case Parsed.Understood understood -> found(visit, understood.query(), after);
      case Parsed.Misunderstood wrong -> misunderstood(visit, text, wrong);
    };
  }

  /** The table as it is now for somebody who looks at these orders: same orders, same places, nothing jumps. */
  @GetMapping("/console/orders/rows")
  ResponseEntity<String> rows(
      Visit visit,
      @RequestParam(name = "q") String filter,
      @RequestParam List<UUID> ids,
      @RequestParam Instant since) {
    if (!(OrderQuery.parse(filter, visit.watch().now(), visit.watch().zone()) instanceof Parsed.Understood understood)
        || ids.size() > OrderSearch.PAGE_MAX) {
      return ResponseEntity.badRequest().build();
    }
    OrderQuery query = understood.query();
    List<OrderId> shown = ids.stream().map(OrderId::new).toList();
    Table table = door.read(visit.merchant(), tx -> refreshed(tx, visit, query, shown, since));
    return pages.part(HttpStatus.OK, "orders/list/table.jte", Map.of("table", table));
  }

  /** Opens the one order that a number means, else looks for the text. */
  @GetMapping("/console/jump")
  ResponseEntity<Void> jump(Visit visit, @RequestParam(defaultValue = "") String number) {
    Optional<OrderId> order = door.read(visit.merchant(), tx -> search.byNumber(tx, number));
    String text = number.replace("\"", " ").strip();
    String list = OrderViews.href(text.isEmpty() ? OrderViews.OPEN.filter() : "\"" + text + "\"");
    URI to = URI.create(order.map(id -> "/console/orders/" + id).orElse(list));
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(to).build();
  }

  private ResponseEntity<String> found(Visit visit, OrderQuery query, @Nullable String after) {
    OrdersView view = door.read(visit.merchant(), tx -> {
      OrderSearch.Page page = search.page(tx, query, after, PAGE);
      List<OrderId> ids = page.rows().stream().map(Row::id).toList();
      List<Line> shown = lines.lines(tx, page.rows(), visit.watch(), Set.copyOf(ids));
      int count = search.count(tx, query);
      String here = OrderViews.href(query.text());
      return new OrdersView(
          OrderWords.count(count, OrderSearch.COUNT_MAX),
          tabs(tx, visit, query, count),
          filter(query),
          new TableMaker(query).table(shown, ids, visit.watch().now()),
          page.next() == null ? null : here + "&after=" + page.next(),
          after == null ? null : here);
    });
    return pages.page(visit, Nav.ORDERS, "Orders", TEMPLATE, view);
  }

  private ResponseEntity<String> misunderstood(Visit visit, String text, Parsed.Misunderstood wrong) {
    Block block = new Block(
        Block.Kind.NO_MATCH, "The filter can't be read", "Put right what is marked above, or start anew.",
        new Block.Action("Show open orders", OrderViews.OPEN.href()));
    Table table = new Table("Orders", List.of(), block, List.of(), null, null);
    List<Tab> tabs = door.read(visit.merchant(), tx -> tabs(tx, visit, null, 0));
    OrdersView view = new OrdersView(
        "", tabs, new Filter(text, List.of(), mistakes(text, wrong), OrderViews.OPEN.href()), table, null, null);
    return pages.page(HttpStatus.UNPROCESSABLE_CONTENT, visit, Nav.ORDERS, "Error: Orders", TEMPLATE, view);
  }

  private static List<Wrong> mistakes(String text, Parsed.Misunderstood wrong) {
    return wrong.mistakes().stream()
        .map(mistake -> new Wrong(
            mistake.token(),
            mistake.sentence(),
            mistake.instead(),
            OrderViews.href(mistake.instead() == null ? text : text.replace(mistake.token(), mistake.instead()))))
        .toList();
  }

  private List<Tab> tabs(Tx tx, Visit visit, @Nullable OrderQuery current, int count) {
    List<Tab> tabs = new ArrayList<>();
    for (OrderViews view : OrderViews.values()) {
      boolean here = current != null && current.text().equals(view.filter());
      int n = here ? count : search.count(tx, read(visit, view.filter()));
      tabs.add(new Tab(view.words(), view.href(), here, OrderWords.count(n, OrderSearch.COUNT_MAX)));
    }
    return tabs;
  }

  private static OrderQuery read(Visit visit, String filter) {
    return switch (OrderQuery.parse(filter, visit.watch().now(), visit.watch().zone())) {
      case Parsed.Understood understood -> understood.query();
      case Parsed.Misunderstood wrong -> throw new IllegalStateException("a view of ours: " + wrong.mistakes());
    };
  }

  private static Filter filter(OrderQuery query) {
    List<Chip> chips = query.terms().stream()
        .map(term -> new Chip(term.text(), OrderViews.href(query.without(term).strip())))
        .toList();
    return new Filter(query.text(), chips, List.of(), OrderViews.ALL.href());
  }

  private Table refreshed(Tx tx, Visit visit, OrderQuery query, List<OrderId> shown, Instant since) {
    Map<OrderId, Row> rows =
        search.rows(tx, shown).stream().collect(Collectors.toMap(Row::id, Function.identity()));
    List<Row> inPlace = shown.stream().map(rows::get).filter(Objects::nonNull).toList();
    List<Line> now = lines.lines(tx, inPlace, visit.watch(), search.stillMatching(tx, query, shown));
    return new TableMaker(query).refreshed(now, shown, since, search.receivedSince(tx, query, since));
  }
}
