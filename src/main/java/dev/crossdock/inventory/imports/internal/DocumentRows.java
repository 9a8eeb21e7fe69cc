package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.counting.CountInput;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.db.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes documents of rows: those that belong together are one command, and a row it refuses is left out of it. */
final class DocumentRows {

  private static final int FOUND_MAX = 500;

  private final PurchaseOrders orders;
  private final Transfers transfers;
  private final StockCounts counts;

  DocumentRows(PurchaseOrders orders, Transfers transfers, StockCounts counts) {
    this.orders = orders;
    this.transfers = transfers;
    this.counts = counts;
  }

  /** A row with its units, read. */
  private record Read(CsvTable.Row row, String sku, long units) {}

  void place(Tx tx, FileRows file) {
    for (List<Read> rows : groups(file, List.of("number"), List.of("supplier", "location"))) {
      CsvTable.Row head = rows.getFirst().row();
      Long over = head.cell("overPerCent") == null ? null : file.number(head, "overPerCent", 0);
      LocalDate day = file.day(head, "expectedOn");
      each(file, rows, left -> orders.place(tx, new PurchaseOrderInput(
          head.cell("number"), FileRows.text(head, "supplier"), FileRows.text(head, "location"),
          over == null ? null : Math.toIntExact(Math.clamp(over, -1, Integer.MAX_VALUE)), day,
          left.stream().map(row -> new PurchaseOrderInput.Line(row.sku(), row.units(), null)).toList())),
          PurchaseOrder::number);
    }
  }

  void transfer(Tx tx, FileRows file) {
    for (List<Read> rows : groups(file, List.of("number"), List.of("from", "to"))) {
      CsvTable.Row head = rows.getFirst().row();
      LocalDate day = file.day(head, "expectedOn");
      each(file, rows, left -> transfers.request(tx, new TransferInput(
          head.cell("number"), FileRows.text(head, "from"), FileRows.text(head, "to"), day,
          left.stream().map(row -> new TransferInput.Line(row.sku(), row.units())).toList())), Transfer::number);
    }
  }

  void receive(Tx tx, FileRows file) {
    for (List<Read> rows : groups(file, List.of("order", "reference"), List.of())) {
      CsvTable.Row head = rows.getFirst().row();
      Optional<PurchaseOrder> order = orders.list(tx, named(FileRows.text(head, "order"))).stream()
          .filter(found -> found.number().equals(head.cell("order"))).findFirst();
      if (order.isEmpty()) {
        refuse(file, rows, "order", "There is no purchase order with this number.");
        continue;
      }
      Map<String, Integer> lines = new HashMap<>();
      order.get().lines().forEach(line -> lines.merge(
          line.sku(), line.line(), (one, other) -> outstanding(order.get(), one) > 0 ? one : other));
      List<Read> known = known(file, rows, lines);
      each(file, known, left -> orders.execute(tx, order.get().id(), new PurchaseOrderCommand.Receive(
          FileRows.text(head, "reference"), left.stream().map(row -> received(file, row, lines)).toList(), tx.now())),
          PurchaseOrder::number);
    }
  }

  void ship(Tx tx, FileRows file) {
    ofTransfer(tx, file, List.of("transfer"), (transfer, lines, left) -> transfers.execute(
        tx, transfer.id(),
        new TransferCommand.Ship(
            left.stream().map(row -> new TransferCommand.Units(line(lines, row), row.units(), 0)).toList(),
            tx.now())));
  }

  void arrive(Tx tx, FileRows file) {
    ofTransfer(tx, file, List.of("transfer", "reference"), (transfer, lines, left) -> transfers.execute(
        tx, transfer.id(),
        new TransferCommand.Receive(
            FileRows.text(left.getFirst().row(), "reference"),
            left.stream()
                .map(row -> new TransferCommand.Units(line(lines, row), row.units(), damaged(file, row)))
                .toList(),
            tx.now())));
  }

  /** What rows do to a transfer, as far as they are left. */
  private interface Moving {
    Decided<Transfer> move(Transfer transfer, Map<String, Integer> lines, List<Read> left);
  }

  private void ofTransfer(Tx tx, FileRows file, List<String> key, Moving moving) {
    for (List<Read> rows : groups(file, key, List.of())) {
      String number = FileRows.text(rows.getFirst().row(), "transfer");
      Optional<Transfer> transfer =
          transfers.list(tx, named(number)).stream().filter(found -> found.number().equals(number)).findFirst();
      if (transfer.isEmpty()) {
        refuse(file, rows, "transfer", "There is no transfer with this number.");
        continue;
      }
      Map<String, Integer> lines = new HashMap<>();
      transfer.get().lines().forEach(line -> lines.putIfAbsent(line.sku(), line.line()));
      each(file, known(file, rows, lines), left -> moving.move(transfer.get(), lines, left), Transfer::number);
    }
  }

  void list(Tx tx, FileRows file) {
    for (List<Read> rows : groups(file, List.of("number"), List.of("location", "approveAbove"))) {
      CsvTable.Row head = rows.getFirst().row();
      Long above = file.number(head, "approveAbove", Rules.UNITS_MAX);
      each(file, rows, left -> counts.begin(tx, new CountInput(
          head.cell("number"), FileRows.text(head, "location"), above == null ? -1 : above,
          left.stream().map(row -> new CountInput.Line(row.sku(), row.row().cell("bin"))).toList())),
          StockCount::number);
    }
  }

  /** Tries the rows together; those that are refused are left out, until the rest is taken or nothing is left. */
  private static <D> void each(
      FileRows file, List<Read> rows, Function<List<Read>, Decided<D>> attempt, Function<D, String> number) {
    List<Read> left = rows;
    while (!left.isEmpty()) {
      switch (attempt.apply(left)) {
        case Decided.Accepted<D>(D document) -> {
          left.forEach(row -> file.take(row.row(), number.apply(document)));
          return;
        }
        case Decided.Refused<D>(List<ItemError> errors) -> left = without(file, left, errors);
      }
    }
  }

  private static List<Read> without(FileRows file, List<Read> rows, List<ItemError> errors) {
    Map<Integer, ItemError> bad = new HashMap<>();
    for (ItemError error : errors) {
      String field = error.field();
      if (field.matches("lines\\[[0-9]+].*")) {
        bad.putIfAbsent(Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']'))), error);
      }
    }
    List<Read> left = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ItemError error = bad.isEmpty() ? errors.getFirst() : bad.get(i);
      if (error == null) {
        left.add(rows.get(i));
      } else {
        String field = error.field().substring(error.field().lastIndexOf('.') + 1);
        file.refuse(rows.get(i).row(), field.equals("line") ? "sku" : field, error.rule(), error.sentence());
      }
    }
    return left;
  }

  /** Rows that belong together; what must be the same in all of them is refused where it differs from the first. */
  private static Collection<List<Read>> groups(FileRows file, List<String> key, List<String> same) {
    Map<List<String>, List<Read>> groups = new LinkedHashMap<>();
    for (CsvTable.Row row : file.rows()) {
      Long units = file.number(row, "units", 0);
      if (units == null) {
        continue;
      }
      List<Read> group = groups.computeIfAbsent(
          key.stream().map(column -> FileRows.text(row, column)).toList(), first -> new ArrayList<>());
      Optional<String> differs = group.isEmpty() ? Optional.empty() : same.stream()
          .filter(column -> !FileRows.text(row, column).equals(FileRows.text(group.getFirst().row(), column)))
          .findFirst();
      if (differs.isPresent()) {
        file.refuse(row, differs.get(), "differs", "The rows of one document must say the same here.");
      } else {
        group.add(new Read(row, FileRows.text(row, "sku"), units));
      }
    }
    return groups.values().stream().filter(group -> !group.isEmpty()).toList();
  }

  private static List<Read> known(FileRows file, List<Read> rows, Map<String, Integer> lines) {
    List<Read> known = new ArrayList<>();
    for (Read row : rows) {
      if (lines.containsKey(row.sku())) {
        known.add(row);
      } else {
        file.refuse(row.row(), "sku", "unknown", "The document has no line for it.");
      }
    }
    return known;
  }

  private static PurchaseOrderCommand.Received received(FileRows file, Read row, Map<String, Integer> lines) {
    return new PurchaseOrderCommand.Received(line(lines, row), row.units(), damaged(file, row), 0);
  }

  private static long damaged(FileRows file, Read row) {
    Long damaged = file.number(row.row(), "damaged", 0);
    return damaged == null ? -1 : damaged;
  }

  private static int line(Map<String, Integer> lines, Read row) {
    return lines.getOrDefault(row.sku(), 0);
  }

  private static int outstanding(PurchaseOrder order, int line) {
    return order.lines().get(line - 1).outstanding();
  }

  private static DocumentQuery named(String number) {
    return new DocumentQuery(null, number, null, FOUND_MAX);
  }

  private static void refuse(FileRows file, List<Read> rows, String field, String sentence) {
    rows.forEach(row -> file.refuse(row.row(), field, "unknown", sentence));
  }
}
