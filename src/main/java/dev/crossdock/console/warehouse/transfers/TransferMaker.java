package dev.crossdock.console.warehouse.transfers;

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
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.OpenTally;
import dev.crossdock.console.warehouse.Station;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.Station.Tally;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the pages of one transfer from what was read. */
final class TransferMaker {

  private static final List<Column> COLUMNS = List.of(
      Column.text("SKU"), Column.number("Requested"), Column.number("Shipped"), Column.number("Arrived"),
      Column.number("On its way"), Column.number("Lost"), Column.number("Found"));

  private final Transfer transfer;
  private final Map<String, String> locations;
  private final Map<String, Sku> skus;
  private final Map<String, Station.Lots> lots;
  private final Watch watch;

  private TransferMaker(
      Transfer transfer, Map<String, String> locations, Map<String, Sku> skus, Map<String, Station.Lots> lots,
      Watch watch) {
    this.lots = lots;
    this.transfer = transfer;
    this.locations = locations;
    this.skus = skus;
    this.watch = watch;
  }

  static TransferMaker of(Tx tx, Work work, Transfer transfer, Watch watch) {
    Set<String> named = transfer.lines().stream().map(Transfer.Line::sku).collect(Collectors.toSet());
    return new TransferMaker(
        transfer, work.names(tx), work.codes().named(tx, named), work.lots(tx, named), watch);
  }

  DocumentView view(String key) {
    String href = TransfersPage.href(transfer.id());
    List<Block.Action> links = switch (transfer.state()) {
      case REQUESTED -> List.of(new Block.Action("Ship", href + "/ship"));
      case SHIPPED -> List.of(new Block.Action("Receive", href + "/receive"));
      case COMPLETED, CANCELLED -> List.of();
    };
    return new DocumentView(
        StockNav.TRANSFERS, "Transfer", transfer.number(), TransfersPage.badge(transfer), facts(), notes(), links,
        new Grid("Lines of the transfer", COLUMNS, transfer.lines().stream().map(this::line).toList()),
        commands(href, key));
  }

  private List<Command> commands(String href, String key) {
    return switch (transfer.state()) {
      case REQUESTED -> List.of(new Command(
          "Cancel the transfer", "Its units may be promised to others again.", href + "/cancel", key,
          transfer.version()));
      case SHIPPED -> List.of(new Command(
          "End it: the rest is lost",
          Units.words(transfer.inTransit()) + " on the way are written off as lost and not expected any more.",
          href + "/complete", key, transfer.version()));
      case COMPLETED, CANCELLED -> List.of();
    };
  }

  private List<Note> notes() {
    long lost = transfer.lines().stream().mapToLong(Transfer.Line::lost).sum();
    long found = transfer.lines().stream().mapToLong(Transfer.Line::found).sum();
    return lost == 0 && found == 0 ? List.of() : List.of(Note.of(
        Role.ATTENTION, Icon.EXCEPTIONS,
        "What arrived differs from what left: " + Units.words(lost) + " lost, " + Units.words(found) + " found."));
  }

  private List<Fact> facts() {
    return List.of(
        Fact.of("From", place(transfer.from())),
        Fact.of("To", place(transfer.to())),
        Fact.of("Expected", transfer.expectedOn() == null ? "no date" : watch.day(transfer.expectedOn())),
        new Fact("Requested", Cell.when(watch.when(transfer.createdAt()))));
  }

  private Grid.Row line(Transfer.Line line) {
    return Grid.Row.of(
        "line-" + line.line(),
        Cell.link(line.sku(), StockNav.sku(line.sku())).withSecond(title(line.sku())),
        Cell.of(line.requested()),
        Cell.unlessZero(line.shipped()),
        Cell.unlessZero(line.received()),
        Cell.unlessZero(transfer.state() == TransferState.SHIPPED ? line.inTransit() : 0),
        Cell.unlessZero(line.lost()),
        Cell.unlessZero(line.found()));
  }

  /** The rows of the station that ships: at most what was requested leaves. */
  List<Row> toShip() {
    return transfer.lines().stream()
        .map(line -> row(line, line.requested(), (long) line.requested()))
        .toList();
  }

  /** The rows of the station that receives: more than left may arrive, and is found then. */
  List<Row> toReceive() {
    return transfer.lines().stream().map(line -> row(line, line.inTransit(), null)).toList();
  }

  private Row row(Transfer.Line line, int wanted, @Nullable Long most) {
    return new Row(
        line.line(), line.sku(), title(line.sku()), Station.codes(line.sku(), skus.get(line.sku())), "",
        Units.grouped(wanted), wanted, most, "", "", null, lots.get(line.sku()));
  }

  Station shipping(String key, List<Row> rows, Station.@Nullable Verdict verdict, Mistakes mistakes) {
    String href = TransfersPage.href(transfer.id());
    return new Station(
        "Ship " + transfer.number(), href, StockNav.TRANSFERS.tabs(),
        notes("What is not scanned stays here." + unnamed("Where no lot is named, what expires first leaves.")),
        href + "/ship", key, "", verdict, new Tally(false, false, true, false, OpenTally.judged(rows, mistakes)),
        List.of(), List.of(), mistakes.lines(),
        new Station.Words("Leaves", "Requested", "Ship what is scanned", "Nothing was shipped."));
  }

  Station receiving(
      String key, List<Row> rows, Station.@Nullable Verdict verdict, String reference, Mistakes mistakes) {
    String href = TransfersPage.href(transfer.id());
    Field field = Field.text("reference", "Delivery note", reference)
        .withHint("Its number. The same note is received once only.");
    return new Station(
        "Receive " + transfer.number(), href, StockNav.TRANSFERS.tabs(),
        notes("What does not arrive stays on its way until the transfer is ended."
            + unnamed("Where no lot is named, those arrive that left.")),
        href + "/receive", key, "", verdict, new Tally(false, true, true, false, OpenTally.judged(rows, mistakes)),
        List.of(), List.of(Forms.field(field, mistakes)), mistakes.lines(),
        new Station.Words("Arrived", "On its way", "Save the receipt", "Nothing was received."));
  }

  private List<Note> notes(String sentence) {
    return List.of(Note.of(
        Role.NEUTRAL, Icon.INFO, "From " + place(transfer.from()) + " to " + place(transfer.to()) + ". " + sentence));
  }

  private String unnamed(String sentence) {
    return lots.isEmpty() ? "" : " " + sentence;
  }

  private String place(String code) {
    return locations.getOrDefault(code, code);
  }

  private String title(String sku) {
    Sku known = skus.get(sku);
    return known == null ? "" : known.title();
  }
}
