package dev.crossdock.console.routing.queues;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.routing.RoutingNav;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.RoutingQueue;
import dev.crossdock.routing.RoutingQueue.Entry;
import dev.crossdock.routing.RoutingQueue.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which orders have units without a place, why, since when, and how much money waits with them. */
@RestController
class QueuesPage {

  private static final int COUNTED_MAX = 1_000;
  private static final int SHOWN = 100;
  private static final List<Column> COLUMNS = List.of(
      Column.text("Order"), Column.text("Why"), Column.text("Waits since"), Column.number("Units"),
      Column.text("For"), Column.number("Total"), Column.text("Cancelled, if nothing comes"));

  private final Pages pages;
  private final Door door;
  private final RoutingQueue queue;
  private final OrderSearch orders;
  private final Commands commands;

  QueuesPage(Pages pages, Door door, RoutingQueue queue, OrderSearch orders, Commands commands) {
    this.pages = pages;
    this.door = door;
    this.queue = queue;
    this.orders = orders;
    this.commands = commands;
  }

  @GetMapping("/console/routing")
  ResponseEntity<String> page(
      Visit visit, @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID after) {
    State wanted = Arrays.stream(State.values()).filter(each -> each.name().equals(state)).findFirst().orElse(null);
    QueuesView view = door.read(visit.merchant(), tx -> view(tx, visit, wanted, after));
    return pages.page(visit, Nav.ROUTING, "Routing", "routing/queues/page.jte", view);
  }

  private QueuesView view(Tx tx, Visit visit, @Nullable State wanted, @Nullable UUID after) {
    Watch watch = visit.watch();
    List<Entry> all = queue.list(tx, null, null, COUNTED_MAX + 1);
    List<Entry> found = queue.list(tx, wanted, after, SHOWN + 1);
    List<Entry> shown = found.subList(0, Math.min(SHOWN, found.size()));
    Map<OrderId, OrderSearch.Row> rows = orders.rows(tx, shown.stream().map(Entry::order).toList()).stream()
        .collect(Collectors.toMap(OrderSearch.Row::id, Function.identity()));
    Block none = shown.isEmpty()
        ? new Block(Block.Kind.CLEAR, "Every unit has a place", "No order waits here.", null)
        : null;
    String more = found.size() > SHOWN
        ? "/console/routing?after=" + shown.getLast().order() + (wanted == null ? "" : "&state=" + wanted)
        : null;
    return new QueuesView(
        RoutingNav.tabs(RoutingNav.QUEUES), queues(all, wanted), summary(shown, rows, watch, more != null),
        new Grid("Orders with units that have no place", COLUMNS,
            shown.stream().map(entry -> row(entry, rows.get(entry.order()), watch)).toList()),
        none, more, again(visit, shown, wanted));
  }

  /** What is put off for later waits for its time: whoever wants it now routes that order alone. */
  private QueuesView.@Nullable Again again(Visit visit, List<Entry> shown, @Nullable State wanted) {
    List<String> ids = shown.stream()
        .filter(entry -> entry.decideAt() == null)
        .map(entry -> entry.order().toString())
        .toList();
    return ids.isEmpty() || !visit.viewer().mayAct()
        ? null
        : new QueuesView.Again(
            commands.key(), wanted == null ? "" : wanted.name(), ids,
            ids.size() == 1 ? "Route 1 order again" : "Route " + ids.size() + " orders again");
  }

  private static List<Tab> queues(List<Entry> all, @Nullable State wanted) {
    boolean more = all.size() > COUNTED_MAX;
    List<Tab> queues = new ArrayList<>();
    queues.add(new Tab("All", "/console/routing", wanted == null, count(Math.min(all.size(), COUNTED_MAX), more)));
    for (State state : State.values()) {
      int orders = (int) all.stream().filter(entry -> entry.state() == state).count();
      queues.add(new Tab(words(state), "/console/routing?state=" + state, state == wanted, count(orders, more)));
    }
    return queues;
  }

  private static String count(int orders, boolean more) {
    return Units.grouped(orders) + (more ? "+" : "");
  }

  /** Of the rows that are shown, so that it never says what they don't. */
  private static String summary(
      List<Entry> shown, Map<OrderId, OrderSearch.Row> rows, Watch watch, boolean more) {
    if (shown.isEmpty()) {
      return "";
    }
    Map<String, Long> money = new TreeMap<>();
    rows.values().stream()
        .filter(row -> row.total() != null)
        .forEach(row -> money.merge(row.currency(), row.total() == null ? 0L : row.total(), Long::sum));
    String sums = money.entrySet().stream()
        .map(sum -> new Money(sum.getValue(), Currency.getInstance(sum.getKey())).toString())
        .collect(Collectors.joining(", "));
    Instant oldest = shown.stream().map(Entry::since).min(Comparator.naturalOrder()).orElseThrow();
    return (more ? "First " : "") + shown.size() + (shown.size() == 1 ? " order" : " orders")
        + (sums.isEmpty() ? "" : ", " + sums) + ", the oldest came " + watch.when(oldest).relative();
  }

  private static Grid.Row row(Entry entry, OrderSearch.@Nullable Row order, Watch watch) {
    String href = "/console/orders/" + entry.order();
    return Grid.Row.of(
        "q-" + entry.order(),
        order == null ? Cell.link("Order", href) : Cell.link(order.number(), href).withSecond(order.externalNumber()),
        why(entry, watch),
        Cell.when(watch.when(entry.since())).withSecond(watch.when(entry.since()).relative()),
        Cell.unlessZero(entry.units()),
        Cell.of(String.join(", ", entry.skus())),
        order == null || order.total() == null ? Cell.of("")
            : Cell.of(new Money(order.total(), Currency.getInstance(order.currency())).toString()),
        entry.cancelAt() == null ? Cell.of("") : Cell.when(watch.when(entry.cancelAt())));
  }

  private static Cell why(Entry entry, Watch watch) {
    Instant at = entry.decideAt();
    Cell cell = Cell.badge(badge(entry.state()));
    return at == null ? cell : cell.withSecond("will be decided at " + watch.when(at).text());
  }

  private static Badge badge(State state) {
    return switch (state) {
      case TO_ROUTE -> Badge.of(Role.PROGRESS, Icon.AGAIN, words(state));
      case REJECTED -> Badge.of(Role.CRITICAL, Icon.CROSS, words(state));
      case UNROUTABLE -> Badge.of(Role.ATTENTION, Icon.EXCEPTIONS, words(state));
      case BACKORDER -> Badge.of(Role.WARNING, Icon.CLOCK, words(state));
      case PREORDER -> Badge.of(Role.NEUTRAL, Icon.CLOCK, words(state));
    };
  }

  private static String words(State state) {
    return switch (state) {
      case TO_ROUTE -> "To route";
      case REJECTED -> "Rejected";
      case UNROUTABLE -> "Unroutable";
      case BACKORDER -> "Backordered";
      case PREORDER -> "Pre-order";
    };
  }
}
