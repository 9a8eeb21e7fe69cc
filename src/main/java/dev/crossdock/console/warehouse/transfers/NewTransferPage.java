package dev.crossdock.console.warehouse.transfers;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.New;
import dev.crossdock.console.warehouse.OpenTally.Asked;
import dev.crossdock.console.warehouse.OpenTally;
import dev.crossdock.console.warehouse.Scans;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.Station.Tally;
import dev.crossdock.console.warehouse.Station;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.Transfers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a transfer is requested: its SKUs scanned or typed one after the other. */
@RestController
class NewTransferPage {

  private final Work work;
  private final Transfers transfers;

  NewTransferPage(Work work, Transfers transfers) {
    this.work = work;
    this.transfers = transfers;
  }

  /** The page; a SKU in the address is its first row. */
  @GetMapping("/console/stock/transfers/new")
  ResponseEntity<String> page(Visit visit, @RequestParam MultiValueMap<String, String> asked) {
    Sent sent = new Sent(asked);
    List<Row> rows = work.read(visit, tx -> OpenTally.typed(tx, work.codes(), sent));
    return show(visit, sent, work.key(), rows, null, new Mistakes());
  }

  @PostMapping("/console/stock/transfers/new")
  ResponseEntity<String> send(
      Visit visit, HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    List<Row> rows = work.read(visit, tx -> OpenTally.typed(tx, work.codes(), sent));
    Optional<Scans.Scanned> scanned = work.scanned(visit, sent, rows);
    if (scanned.isPresent()) {
      return show(visit, sent, sent.text("key"), scanned.get().rows(), scanned.get().verdict(), new Mistakes());
    }
    Mistakes mistakes = new Mistakes();
    List<Asked> asked = OpenTally.asked(rows, mistakes);
    LocalDate expectedOn = Forms.day(sent, mistakes);
    if (mistakes.none()) {
      TransferInput input = new TransferInput(
          sent.text("number").isEmpty() ? null : sent.text("number"), sent.text("from"), sent.text("to"), expectedOn,
          asked.stream().map(line -> new TransferInput.Line(line.sku(), line.units())).toList());
      try {
        return work.make(visit, request, sent, "transfer", new New<>(
            StockNav.TRANSFERS, tx -> transfers.request(tx, input), requested -> TransfersPage.href(requested.id()),
            requested -> "Transfer " + requested.number() + " requested"));
      } catch (FormRefused refused) {
        mistakes = Mistakes.of(refused.errors(), Forms.fields(asked));
      }
    }
    return show(visit, sent, sent.text("key"), rows, null, mistakes);
  }

  private ResponseEntity<String> show(
      Visit visit, Sent sent, String key, List<Row> rows, Station.@Nullable Verdict verdict, Mistakes mistakes) {
    List<Location> places = work.read(visit, work::open);
    List<Choice> choices = List.of(
        Forms.location("from", "From", sent.text("from"), places, mistakes),
        Forms.location("to", "To", sent.text("to").isEmpty() ? second(places) : sent.text("to"), places, mistakes));
    List<Field> fields = List.of(
        Forms.day(sent, "Expected on", mistakes),
        Forms.field(
            Field.text("number", "Number", sent.text("number")).withHint("The next of ours when empty."), mistakes));
    return work.station(visit, new Station(
        "New transfer", StockNav.TRANSFERS.href(), StockNav.TRANSFERS.tabs(), List.of(), TransfersPage.href("new"), key,
        "", verdict, new Tally(true, false, false, false, OpenTally.judged(rows, mistakes)), choices, fields,
        mistakes.lines(),
        new Station.Words("Units", "", "Request the transfer", "The transfer was not requested.")));
  }

  /** A transfer to where it comes from is none, so another place is offered first. */
  private static String second(List<Location> places) {
    return places.size() > 1 ? places.get(1).code() : "";
  }
}
