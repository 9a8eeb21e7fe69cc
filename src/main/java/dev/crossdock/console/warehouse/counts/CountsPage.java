package dev.crossdock.console.warehouse.counts;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Change;
import dev.crossdock.console.warehouse.DocumentView.Command;
import dev.crossdock.console.warehouse.DocumentView.Fact;
import dev.crossdock.console.warehouse.DocumentView;
import dev.crossdock.console.warehouse.Listed;
import dev.crossdock.console.warehouse.Listing;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.counting.CountCommand;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists counts and shows each. What was expected is told of lines only that are counted. */
@RestController
class CountsPage {

  private static final Listing LISTING = new Listing(
      StockNav.COUNTS, List.of(new Block.Action("New count", href("new"))),
      List.of(
          new Listing.State("OPEN", "Open"), new Listing.State("DONE", "Done"),
          new Listing.State("CANCELLED", "Cancelled")),
      "Number or SKU", "", "", null);

  private static final List<Column> COLUMNS = List.of(
      Column.text("Count"), Column.text("State"), Column.text("At"), Column.number("Lines"), Column.number("To count"),
      Column.number("To judge"), Column.text("Begun"));

  private static final List<Column> LINES = List.of(
      Column.text("SKU"), Column.text("Bin"), Column.text("State"), Column.number("Counted"),
      Column.number("Difference"), Column.text("Counted at"));

  private final Work work;
  private final StockCounts counts;

  CountsPage(Work work, StockCounts counts) {
    this.work = work;
    this.counts = counts;
  }

  static String href(Object id) {
    return StockNav.COUNTS.href() + "/" + id;
  }

  @GetMapping("/console/stock/counts")
  ResponseEntity<String> list(
      Visit visit,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after) {
    return work.list(visit, LISTING.asked(state, q, after), new Listed<>(
        "Counts, the latest first", COLUMNS, counts::list,
        StockCount::id, StockCount::number, count -> href(count.id()),
        (names, count) -> row(visit, names, count)));
  }

  @GetMapping("/console/stock/counts/{id}")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    return work.read(visit, tx -> counts.find(tx, id).map(count -> view(visit, work.names(tx), count, work.key())))
        .map(view -> work.document(visit, view))
        .orElseGet(() -> work.missing(visit, StockNav.COUNTS));
  }

  @PostMapping("/console/stock/counts/{id}/cancel")
  ResponseEntity<String> cancel(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    return work.command(visit, request, new Sent(form), "cancel " + id, href(id), new Change<>(
        tx -> counts.find(tx, id), StockCount::version, tx -> counts.execute(tx, id, new CountCommand.Cancel()),
        "Count cancelled"));
  }

  private static DocumentView view(Visit visit, Map<String, String> names, StockCount count, String key) {
    List<Block.Action> links = new ArrayList<>();
    if (with(count, LineState.COUNTING) > 0) {
      links.add(new Block.Action("Count", href(count.id()) + "/count"));
    }
    if (with(count, LineState.TO_APPROVE) > 0) {
      links.add(new Block.Action("Judge differences", href(count.id()) + "/differences"));
    }
    List<Command> commands = count.state() != StockCount.State.OPEN ? List.of() : List.of(new Command(
        "Cancel the count", "What is not booked yet will not be; frozen bins are free again.",
        href(count.id()) + "/cancel", key, count.version()));
    return new DocumentView(
        StockNav.COUNTS, "Count", count.number(), badge(count),
        List.of(
            Fact.of("At", names.getOrDefault(count.location(), count.location())),
            Fact.of("Booked at once", booked(count)),
            new Fact("Begun", Cell.when(visit.watch().when(count.createdAt())))),
        CountNotes.frozen(count), links,
        new Grid("Lines of the count", LINES, count.lines().stream().map(line -> line(visit, line)).toList()),
        commands);
  }

  private static String booked(StockCount count) {
    return count.approveAbove() >= CountNotes.ANY
        ? "any difference" : "up to " + Units.words(count.approveAbove()) + " off";
  }

  private static Grid.Row line(Visit visit, StockCount.Line line) {
    Integer counted = line.counted();
    Integer off = line.variance();
    return Grid.Row.of(
        "line-" + line.line(),
        Cell.link(line.sku(), StockNav.sku(line.sku())),
        Cell.of(line.bin()),
        Cell.badge(badge(line.state())),
        Cell.of(counted == null ? "" : Units.grouped(counted)),
        Cell.of(off == null ? "" : off == 0 ? "none" : Units.signed(off)).withSecond(lots(line)),
        line.countedAt() == null ? Cell.of("") : Cell.when(visit.watch().when(line.countedAt())));
  }

  private static String lots(StockCount.Line line) {
    int wrong = line.wrong().size();
    return wrong == 0 ? "" : wrong == 1 ? "1 lot or serial differs" : wrong + " lots or serials differ";
  }

  private static Grid.Row row(Visit visit, Map<String, String> names, StockCount count) {
    return Grid.Row.of(
        "cc-" + count.id(),
        Cell.link(count.number(), href(count.id())),
        Cell.badge(badge(count)),
        Cell.of(names.getOrDefault(count.location(), count.location())),
        Cell.of(count.lines().size()),
        Cell.unlessZero(with(count, LineState.COUNTING)),
        Cell.unlessZero(with(count, LineState.TO_APPROVE)),
        Cell.when(visit.watch().when(count.createdAt())));
  }

  private static long with(StockCount count, LineState state) {
    return count.lines().stream().filter(line -> line.state() == state).count();
  }

  static Badge badge(StockCount count) {
    return switch (count.state()) {
      case OPEN -> with(count, LineState.TO_APPROVE) > 0
          ? Badge.of(Role.ATTENTION, Icon.EXCEPTIONS, "To judge")
          : Badge.of(Role.PROGRESS, Icon.PIP_HALF, "Counting");
      case DONE -> Badge.of(Role.SUCCESS, Icon.CHECK, "Done");
      case CANCELLED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Cancelled");
    };
  }

  private static Badge badge(LineState state) {
    return switch (state) {
      case COUNTING -> Badge.of(Role.PROGRESS, Icon.PIP_EMPTY, "To count");
      case TO_APPROVE -> Badge.of(Role.ATTENTION, Icon.EXCEPTIONS, "To judge");
      case BOOKED -> Badge.of(Role.SUCCESS, Icon.CHECK, "Booked");
      case CANCELLED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Cancelled");
    };
  }
}
