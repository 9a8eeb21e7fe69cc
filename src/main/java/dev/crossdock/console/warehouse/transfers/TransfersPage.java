package dev.crossdock.console.warehouse.transfers;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Change;
import dev.crossdock.console.warehouse.Listed;
import dev.crossdock.console.warehouse.Listing;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.inventory.transfers.Transfers;
import jakarta.servlet.http.HttpServletRequest;
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

/** Lists transfers, shows each, and takes what needs no scanner. */
@RestController
class TransfersPage {

  private static final Listing LISTING = new Listing(
      StockNav.TRANSFERS, List.of(new Block.Action("New transfer", href("new"))),
      List.of(
          new Listing.State("REQUESTED", "Requested"), new Listing.State("SHIPPED", "On its way"),
          new Listing.State("COMPLETED", "Arrived"), new Listing.State("CANCELLED", "Cancelled")),
      "Number or SKU", "", "", null);

  private static final List<Column> COLUMNS = List.of(
      Column.text("Transfer"), Column.text("State"), Column.text("From"), Column.text("To"), Column.text("Expected"),
      Column.number("Lines"), Column.number("Requested"), Column.number("On its way"), Column.text("Requested at"));

  private final Work work;
  private final Transfers transfers;

  TransfersPage(Work work, Transfers transfers) {
    this.work = work;
    this.transfers = transfers;
  }

  static String href(Object id) {
    return StockNav.TRANSFERS.href() + "/" + id;
  }

  @GetMapping("/console/stock/transfers")
  ResponseEntity<String> list(
      Visit visit,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after) {
    return work.list(visit, LISTING.asked(state, q, after), new Listed<>(
        "Transfers, the latest first", COLUMNS, transfers::list,
        Transfer::id, Transfer::number, transfer -> href(transfer.id()),
        (names, transfer) -> row(visit, names, transfer)));
  }

  @GetMapping("/console/stock/transfers/{id}")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    return work.read(visit, tx -> transfers.find(tx, id)
            .map(transfer -> TransferMaker.of(tx, work, transfer, visit.watch()).view(work.key())))
        .map(view -> work.document(visit, view))
        .orElseGet(() -> work.missing(visit, StockNav.TRANSFERS));
  }

  @PostMapping("/console/stock/transfers/{id}/complete")
  ResponseEntity<String> complete(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    return command(visit, request, id, form, "Transfer ended", new TransferCommand.Complete());
  }

  @PostMapping("/console/stock/transfers/{id}/cancel")
  ResponseEntity<String> cancel(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    return command(visit, request, id, form, "Transfer cancelled", new TransferCommand.Cancel());
  }

  private ResponseEntity<String> command(
      Visit visit, HttpServletRequest request, UUID id, MultiValueMap<String, String> form, String done,
      TransferCommand command) {
    return work.command(visit, request, new Sent(form), request.getRequestURI(), href(id), new Change<>(
        tx -> transfers.find(tx, id), Transfer::version, tx -> transfers.execute(tx, id, command), done));
  }

  private static Grid.Row row(Visit visit, Map<String, String> names, Transfer transfer) {
    return Grid.Row.of(
        "tr-" + transfer.id(),
        Cell.link(transfer.number(), href(transfer.id())),
        Cell.badge(badge(transfer)),
        Cell.of(names.getOrDefault(transfer.from(), transfer.from())),
        Cell.of(names.getOrDefault(transfer.to(), transfer.to())),
        Cell.of(transfer.expectedOn() == null ? "" : visit.watch().day(transfer.expectedOn())),
        Cell.of(transfer.lines().size()),
        Cell.of(transfer.lines().stream().mapToLong(Transfer.Line::requested).sum()),
        Cell.unlessZero(transfer.state() == TransferState.SHIPPED ? transfer.inTransit() : 0),
        Cell.when(visit.watch().when(transfer.createdAt())));
  }

  static Badge badge(Transfer transfer) {
    boolean differs =
        transfer.lines().stream().anyMatch(line -> line.lost() > 0 || line.found() > 0);
    boolean partly = transfer.lines().stream().anyMatch(line -> line.received() > 0);
    return switch (transfer.state()) {
      case REQUESTED -> Badge.of(Role.PROGRESS, Icon.PIP_EMPTY, "Requested");
      case SHIPPED -> partly
          ? Badge.of(Role.EXTERNAL, Icon.PIP_HALF, "Partly arrived")
          : Badge.of(Role.EXTERNAL, Icon.TRUCK, "On its way");
      case COMPLETED -> differs
          ? Badge.of(Role.ATTENTION, Icon.EXCEPTIONS, "Arrived with differences")
          : Badge.of(Role.SUCCESS, Icon.CHECK, "Arrived");
      case CANCELLED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Cancelled");
    };
  }
}
