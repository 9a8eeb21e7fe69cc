package dev.crossdock.console.warehouse.receiving;

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
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a purchase order is written down: its SKUs scanned or typed one after the other. */
@RestController
class NewPurchaseOrderPage {

  private static final int PER_CENT_MAX = 1_000;

  private final Work work;
  private final PurchaseOrders orders;

  NewPurchaseOrderPage(Work work, PurchaseOrders orders) {
    this.work = work;
    this.orders = orders;
  }

  @GetMapping("/console/stock/purchase-orders/new")
  ResponseEntity<String> page(Visit visit) {
    Sent nothing = new Sent(new LinkedMultiValueMap<>());
    return show(visit, nothing, work.key(), List.of(), null, new Mistakes());
  }

  @PostMapping("/console/stock/purchase-orders/new")
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
    Integer over = Forms.number(sent, "overPerCent", PER_CENT_MAX, mistakes);
    if (mistakes.none()) {
      PurchaseOrderInput input = new PurchaseOrderInput(
          sent.text("number").isEmpty() ? null : sent.text("number"), sent.text("supplier"), sent.text("location"),
          over, expectedOn,
          asked.stream().map(line -> new PurchaseOrderInput.Line(line.sku(), line.units(), null)).toList());
      try {
        return work.make(visit, request, sent, "purchase-order", new New<>(
            StockNav.PURCHASE_ORDERS, tx -> orders.place(tx, input), placed -> PurchaseOrdersPage.href(placed.id()),
            placed -> "Purchase order " + placed.number() + " placed"));
      } catch (FormRefused refused) {
        mistakes = Mistakes.of(refused.errors(), Forms.fields(asked));
      }
    }
    return show(visit, sent, sent.text("key"), rows, null, mistakes);
  }

  private ResponseEntity<String> show(
      Visit visit, Sent sent, String key, List<Row> rows, Station.@Nullable Verdict verdict, Mistakes mistakes) {
    Choice place = work.read(visit, tx ->
        Forms.location("location", "Arrives at", sent.text("location"), work.open(tx), mistakes));
    List<Field> fields = List.of(
        Forms.field(Field.text("supplier", "Supplier", sent.text("supplier")), mistakes),
        Forms.day(sent, "Expected on", mistakes),
        Forms.field(
            Field.text("overPerCent", "Per cent taken beyond", sent.text("overPerCent"))
                .withHint("0 refuses more than ordered; empty takes anything."),
            mistakes),
        Forms.field(
            Field.text("number", "Number", sent.text("number")).withHint("The next of ours when empty."), mistakes));
    return work.station(visit, new Station(
        "New purchase order", StockNav.PURCHASE_ORDERS.href(), StockNav.PURCHASE_ORDERS.tabs(), List.of(),
        PurchaseOrdersPage.href("new"), key, "", verdict,
        new Tally(true, false, false, false, OpenTally.judged(rows, mistakes)), List.of(place), fields,
        mistakes.lines(),
        new Station.Words("Ordered", "", "Place the purchase order", "The purchase order was not placed.")));
  }
}
