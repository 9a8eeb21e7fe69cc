package dev.crossdock.console.warehouse.receiving;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Scans;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.Station;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Typed;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The station that receives a purchase order: everything that was scanned becomes one receipt. */
@RestController
class ReceivePage {

  private final Work work;
  private final PurchaseOrders orders;

  ReceivePage(Work work, PurchaseOrders orders) {
    this.work = work;
    this.orders = orders;
  }

  @GetMapping("/console/stock/purchase-orders/{id}/receive")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    return maker(visit, id)
        .map(maker -> work.station(visit, maker.station(work.key(), maker.rows(), null, "", new Mistakes())))
        .orElseGet(() -> work.missing(visit, StockNav.PURCHASE_ORDERS));
  }

  @PostMapping("/console/stock/purchase-orders/{id}/receive")
  ResponseEntity<String> send(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    Sent sent = new Sent(form);
    Optional<PurchaseOrderMaker> found = maker(visit, id);
    if (found.isEmpty()) {
      return work.missing(visit, StockNav.PURCHASE_ORDERS);
    }
    List<Row> rows = Scans.typed(sent, found.get().rows());
    if (sent.does("scan")) {
      Scans.Scanned scanned = Scans.scan(sent.text("code"), rows);
      return show(visit, found.get(), sent, scanned.rows(), scanned.verdict(), new Mistakes());
    }
    Mistakes mistakes = new Mistakes();
    List<Typed> typed = typed(rows, mistakes);
    List<Received> arrived = typed.stream()
        .map(row -> new Received(row.row().line(), row.units(), row.damaged(), 0, row.arrived())).toList();
    Forms.reference(sent, mistakes);
    if (mistakes.none()) {
      try {
        Flash flash = work.run(visit, sent, "receive " + id, tx -> {
          int before = orders.find(tx, id).map(PurchaseOrder::version).orElse(0);
          PurchaseOrder after = FormRefused.accepted(orders.execute(
              tx, id, new PurchaseOrderCommand.Receive(sent.text("reference"), arrived, tx.now())));
          if (after.version() == before) {
            return Forms.receivedBefore(sent.text("reference"));
          }
          long units = arrived.stream().mapToLong(Received::units).sum();
          return Flash.done(Units.words(units) + " received for " + after.number());
        });
        return work.told(request, flash, PurchaseOrdersPage.href(id));
      } catch (FormRefused refused) {
        mistakes = Typed.refused(refused.errors(), typed);
      }
    }
    return show(visit, found.get(), sent, rows, null, mistakes);
  }

  private ResponseEntity<String> show(
      Visit visit, PurchaseOrderMaker maker, Sent sent, List<Row> rows, Station.@Nullable Verdict verdict,
      Mistakes mistakes) {
    return work.station(
        visit, maker.station(sent.text("key"), rows, verdict, sent.text("reference"), mistakes));
  }

  /** What is typed; rows without units did not arrive. */
  private static List<Typed> typed(List<Row> rows, Mistakes mistakes) {
    List<Typed> typed = new ArrayList<>();
    rows.forEach(row -> Typed.of(row, mistakes).ifPresent(typed::add));
    typed.removeIf(row -> row.units() == 0 && row.damaged() == 0);
    if (typed.isEmpty() && mistakes.none()) {
      mistakes.add("code", "Scan what arrived, or enter its units.");
    }
    return typed;
  }

  private Optional<PurchaseOrderMaker> maker(Visit visit, UUID id) {
    return work.read(visit, tx -> orders.find(tx, id).map(order -> {
      Set<String> skus = PurchaseOrderMaker.skus(order);
      return new PurchaseOrderMaker(
          order, work.names(tx), work.codes().named(tx, skus), work.lots(tx, skus), visit.watch());
    }));
  }
}
