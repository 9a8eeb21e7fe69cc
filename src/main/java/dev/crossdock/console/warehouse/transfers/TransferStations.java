package dev.crossdock.console.warehouse.transfers;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Scans;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Typed;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import dev.crossdock.inventory.transfers.Transfers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stations at both ends of a transfer: what leaves is scanned, and what arrives. */
@RestController
class TransferStations {

  private final Work work;
  private final Transfers transfers;

  TransferStations(Work work, Transfers transfers) {
    this.work = work;
    this.transfers = transfers;
  }

  @GetMapping("/console/stock/transfers/{id}/ship")
  ResponseEntity<String> ship(Visit visit, @PathVariable UUID id) {
    return maker(visit, id)
        .map(maker -> work.station(visit, maker.shipping(work.key(), maker.toShip(), null, new Mistakes())))
        .orElseGet(() -> work.missing(visit, StockNav.TRANSFERS));
  }

  @PostMapping("/console/stock/transfers/{id}/ship")
  ResponseEntity<String> shipped(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    Optional<TransferMaker> found = maker(visit, id);
    if (found.isEmpty()) {
      return work.missing(visit, StockNav.TRANSFERS);
    }
    List<Row> rows = Scans.typed(sent, found.get().toShip());
    if (sent.does("scan")) {
      Scans.Scanned scanned = Scans.scan(sent.text("code"), rows);
      return work.station(
          visit, found.get().shipping(sent.text("key"), scanned.rows(), scanned.verdict(), new Mistakes()));
    }
    Mistakes mistakes = new Mistakes();
    List<Typed> typed = typed(rows, mistakes);
    List<Units> leaving = leaving(rows, typed);
    if (mistakes.none()) {
      try {
        Flash flash = work.run(visit, sent, "ship " + id, tx -> done(
            transfers.execute(tx, id, new TransferCommand.Ship(leaving, tx.now())), leaving, " shipped for "));
        return work.told(request, flash, TransfersPage.href(id));
      } catch (FormRefused refused) {
        mistakes = Typed.refused(refused.errors(), typed);
      }
    }
    return work.station(visit, found.get().shipping(sent.text("key"), rows, null, mistakes));
  }

  @GetMapping("/console/stock/transfers/{id}/receive")
  ResponseEntity<String> receive(Visit visit, @PathVariable UUID id) {
    return maker(visit, id)
        .map(maker -> work.station(visit, maker.receiving(work.key(), maker.toReceive(), null, "", new Mistakes())))
        .orElseGet(() -> work.missing(visit, StockNav.TRANSFERS));
  }

  @PostMapping("/console/stock/transfers/{id}/receive")
  ResponseEntity<String> received(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    Optional<TransferMaker> found = maker(visit, id);
    if (found.isEmpty()) {
      return work.missing(visit, StockNav.TRANSFERS);
    }
    String reference = sent.text("reference");
    List<Row> rows = Scans.typed(sent, found.get().toReceive());
    if (sent.does("scan")) {
      Scans.Scanned scanned = Scans.scan(sent.text("code"), rows);
      return work.station(
          visit,
          found.get().receiving(sent.text("key"), scanned.rows(), scanned.verdict(), reference, new Mistakes()));
    }
    Mistakes mistakes = new Mistakes();
    List<Typed> typed = typed(rows, mistakes);
    List<Units> arrived = typed.stream()
        .map(row -> new Units(row.row().line(), row.units(), row.damaged(), row.arrived())).toList();
    Forms.reference(sent, mistakes);
    if (mistakes.none()) {
      try {
        Flash flash = work.run(visit, sent, "receive " + id, tx -> {
          int before = transfers.find(tx, id).map(Transfer::version).orElse(0);
          Decided<Transfer> decided =
              transfers.execute(tx, id, new TransferCommand.Receive(reference, arrived, tx.now()));
          return FormRefused.accepted(decided).version() == before
              ? Forms.receivedBefore(reference) : done(decided, arrived, " received for ");
        });
        return work.told(request, flash, TransfersPage.href(id));
      } catch (FormRefused refused) {
        mistakes = Typed.refused(refused.errors(), typed);
      }
    }
    return work.station(visit, found.get().receiving(sent.text("key"), rows, null, reference, mistakes));
  }

  private static Flash done(Decided<Transfer> decided, List<Units> moved, String did) {
    Transfer after = FormRefused.accepted(decided);
    long units = moved.stream().mapToLong(Units::units).sum();
    return Flash.done(dev.crossdock.console.kit.Units.words(units) + did + after.number());
  }

  /** What is typed; rows without units did not move. */
  private static List<Typed> typed(List<Row> rows, Mistakes mistakes) {
    List<Typed> typed = new ArrayList<>();
    rows.forEach(row -> Typed.of(row, mistakes).ifPresent(typed::add));
    typed.removeIf(row -> row.units() == 0 && row.damaged() == 0);
    if (mistakes.none() && typed.isEmpty()) {
      mistakes.add("code", "Scan at least one unit, or enter units.");
    }
    return typed;
  }

  /** What is typed and, behind it, that nothing leaves of the other rows: what is requested of them stays. */
  private static List<Units> leaving(List<Row> rows, List<Typed> typed) {
    List<Units> leaving = new ArrayList<>();
    Set<Integer> named = new HashSet<>();
    for (Typed row : typed) {
      named.add(row.row().line());
      leaving.add(new Units(row.row().line(), row.units(), row.damaged(), row.arrived()));
    }
    rows.stream().filter(row -> !named.contains(row.line())).forEach(row ->
        leaving.add(new Units(row.line(), 0, 0)));
    return leaving;
  }

  private Optional<TransferMaker> maker(Visit visit, UUID id) {
    return work.read(visit, tx ->
        transfers.find(tx, id).map(transfer -> TransferMaker.of(tx, work, transfer, visit.watch())));
  }
}
