package dev.crossdock.console.warehouse.receiving;

import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.warehouse.DocumentView;
import dev.crossdock.console.warehouse.DocumentView.Command;
import dev.crossdock.console.warehouse.DocumentView.Fact;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.OpenTally;
import dev.crossdock.console.warehouse.Station;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.Station.Tally;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the pages of one purchase order from what was read. */
final class PurchaseOrderMaker {

  private static final int PER_CENT = 100;
  private static final List<Column> COLUMNS = List.of(
      Column.text("SKU"), Column.number("Ordered"), Column.number("Received"), Column.number("Still to come"),
      Column.number("Will not come"));

  private final PurchaseOrder order;
  private final Map<String, String> locations;
  private final Map<String, Sku> skus;
  private final Map<String, Station.Lots> lots;
  private final Watch watch;

  /**
   * @param lots where lots or serial numbers are asked for, by SKU
   */
  PurchaseOrderMaker(
      PurchaseOrder order, Map<String, String> locations, Map<String, Sku> skus, Map<String, Station.Lots> lots,
      Watch watch) {
    this.lots = lots;
    this.order = order;
    this.locations = locations;
    this.skus = skus;
    this.watch = watch;
  }

  static Set<String> skus(PurchaseOrder order) {
    return order.lines().stream().map(PurchaseOrder.Line::sku).collect(Collectors.toSet());
  }

  DocumentView view(String key) {
    String href = PurchaseOrdersPage.href(order.id());
    boolean open = order.state() == PurchaseOrderState.OPEN;
    boolean takes = open || order.state() == PurchaseOrderState.RECEIVED;
    List<Command> commands = new ArrayList<>();
    if (open && order.lines().stream().allMatch(line -> line.received() == 0)) {
      commands.add(new Command(
          "Cancel the purchase order", "Nothing of it is expected any more.", href + "/cancel", key, order.version()));
    } else if (open) {
      commands.add(new Command(
          "Close the rest", Units.words(order.outstanding()) + " are not expected any more.", href + "/close", key,
          order.version()));
    }
    return new DocumentView(
        StockNav.PURCHASE_ORDERS, "Purchase order", order.number(), PurchaseOrdersPage.badge(order), facts(), List.of(),
        takes ? List.of(new Block.Action("Receive", href + "/receive")) : List.of(),
        new Grid("Lines of the purchase order", COLUMNS, order.lines().stream().map(this::line).toList()), commands);
  }

  private List<Fact> facts() {
    return List.of(
        Fact.of("Supplier", order.supplier()),
        Fact.of("Arrives at", locations.getOrDefault(order.location(), order.location())),
        Fact.of("Expected", order.expectedOn() == null ? "no date" : watch.day(order.expectedOn())),
        Fact.of("More than ordered", over()),
        new Fact("Placed", Cell.when(watch.when(order.createdAt()))));
  }

  private String over() {
    Integer over = order.overPerCent();
    return over == null ? "is taken" : over == 0 ? "is refused" : "is taken up to " + over + " %";
  }

  private Grid.Row line(PurchaseOrder.Line line) {
    return Grid.Row.of(
        "line-" + line.line(),
        Cell.link(line.sku(), StockNav.sku(line.sku())).withSecond(title(line.sku())),
        Cell.of(line.ordered()),
        Cell.unlessZero(line.received()),
        Cell.unlessZero(order.state() == PurchaseOrderState.OPEN ? line.outstanding() : 0),
        Cell.unlessZero(line.closed()));
  }

  /** The rows of the station before anything is typed. */
  List<Row> rows() {
    return order.lines().stream().map(this::row).toList();
  }

  private Row row(PurchaseOrder.Line line) {
    Integer over = order.overPerCent();
    Long most = over == null ? null
        : Math.max(0, line.ordered() + (long) line.ordered() * over / PER_CENT - line.received());
    return new Row(
        line.line(), line.sku(), title(line.sku()), Station.codes(line.sku(), skus.get(line.sku())), "",
        Units.grouped(line.outstanding()), line.outstanding(), most, "", "", null,
        lots.get(line.sku()));
  }

  Station station(
      String key, List<Row> rows, Station.@Nullable Verdict verdict, String reference, Mistakes mistakes) {
    String href = PurchaseOrdersPage.href(order.id());
    Field field = Field.text("reference", "Delivery note", reference)
        .withHint("Its number. The same note is received once only.");
    String wrong = mistakes.of("reference");
    return new Station(
        "Receive " + order.number(), href, StockNav.PURCHASE_ORDERS.tabs(),
        List.of(Note.of(
            Role.NEUTRAL, Icon.INFO,
            "From " + order.supplier() + " to " + locations.getOrDefault(order.location(), order.location())
                + ". More than ordered " + over() + ".")),
        href + "/receive", key, "", verdict,
        new Tally(false, true, true, false, OpenTally.judged(rows, mistakes)), List.of(),
        List.of(wrong == null ? field : field.withError(wrong)), mistakes.lines(),
        new Station.Words("Arrived", "Still to come", "Save the receipt", "Nothing was received."));
  }

  private String title(String sku) {
    Sku known = skus.get(sku);
    return known == null ? "" : known.title();
  }
}
