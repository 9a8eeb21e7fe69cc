package dev.crossdock.console.orders.list;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.orders.list.OrdersView.Fresh;
import dev.crossdock.console.orders.list.OrdersView.Line;
import dev.crossdock.console.orders.list.OrdersView.Sorted;
import dev.crossdock.console.orders.list.OrdersView.Table;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderQuery;
import dev.crossdock.orders.OrderQuery.Sort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays out the table of a filter: its heads, its caption, what stands there when nothing is found. */
final class TableMaker {

  private static final int FRESH_MAX = 100;

  private final OrderQuery query;

  TableMaker(OrderQuery query) {
    this.query = query;
  }

  /** The table as it is first shown. */
  Table table(List<Line> lines, List<OrderId> ids, Instant now) {
    return lines.isEmpty()
        ? new Table("Orders", lines, nothing(), heads(), null, null)
        : new Table(caption(lines.size()), lines, null, heads(), live(ids, now), null);
  }

  /** The same rows as they are now, and word of the orders that came in since. */
  Table refreshed(List<Line> lines, List<OrderId> ids, Instant since, int fresh) {
    String words = fresh > FRESH_MAX ? "More than " + FRESH_MAX + " new orders: show them"
        : fresh == 1 ? "1 new order: show it" : fresh + " new orders: show them";
    Fresh told = fresh == 0 ? null : new Fresh(words, OrderViews.href(query.text()));
    return new Table(caption(lines.size()), lines, null, heads(), live(ids, since), told);
  }

  private Block nothing() {
    return query.terms().isEmpty()
        ? new Block(Block.Kind.NONE_YET, "No orders yet", "They appear here as soon as a channel sends one.", null)
        : new Block(Block.Kind.NO_MATCH, "No order matches", "Nothing fits " + query.text() + ".",
            new Block.Action("Show all orders", OrderViews.ALL.href()));
  }

  private List<Sorted> heads() {
    Sort placed = query.sort() == Sort.PLACED_LATEST ? Sort.PLACED_FIRST : Sort.PLACED_LATEST;
    String due = query.sort() == Sort.DUE_FIRST ? "ascending" : null;
    return List.of(
        new Sorted("Order", null, null, "orders-number"),
        new Sorted("Channel", null, null, "orders-channel"),
        new Sorted("Customer", null, null, "orders-customer"),
        new Sorted("Status", null, null, "orders-status"),
        new Sorted("Quantities", null, null, "orders-units"),
        new Sorted("Due", sorted(Sort.DUE_FIRST), due, "orders-due orders-sortable"),
        new Sorted("Placed", sorted(placed), placedSort(), "orders-placed orders-sortable"),
        new Sorted("Total", null, null, "orders-total number"));
  }

  private @Nullable String placedSort() {
    return switch (query.sort()) {
      case PLACED_LATEST -> "descending";
      case PLACED_FIRST -> "ascending";
      case DUE_FIRST -> null;
    };
  }

  private String sorted(Sort sort) {
    return OrderViews.href(new OrderQuery(query.terms(), sort).text());
  }

  private String live(List<OrderId> ids, Instant since) {
    return "/console/orders/rows?q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8)
        + "&since=" + since
        + "&ids=" + ids.stream().map(OrderId::toString).collect(Collectors.joining(","));
  }

  private String caption(int shown) {
    String what = Arrays.stream(OrderViews.values())
        .filter(view -> view.filter().equals(query.text()))
        .map(view -> "in the view " + view.words())
        .findFirst()
        .orElse("that fit " + query.text());
    return shown + (shown == 1 ? " order " : " orders ") + what;
  }
}
