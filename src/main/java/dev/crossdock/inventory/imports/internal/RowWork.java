package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.counting.StockCounts;
import dev.crossdock.inventory.documents.StockRise;
import dev.crossdock.inventory.imports.FileKind;
import dev.crossdock.inventory.imports.RowAnswer;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does what the rows of a file say. */
public final class RowWork {

  private final Stock stock;
  private final StockRise rise;
  private final DocumentRows documents;
  private final CountRows counts;

  public RowWork(Stock stock, PurchaseOrders orders, Transfers transfers, StockCounts counts, StockRise rise) {
    this.stock = stock;
    this.rise = rise;
    this.documents = new DocumentRows(orders, transfers, counts);
    this.counts = new CountRows(counts);
  }

  /** Takes all rows that can be taken; each row has an answer. */
  public List<RowAnswer> take(Tx tx, FileKind kind, FileRows file) {
    switch (kind) {
      case STOCK -> throw new IllegalArgumentException("counts of stock are taken by their own imports");
      case ADJUSTMENTS -> adjust(tx, file);
      case PURCHASE_ORDERS -> documents.place(tx, file);
      case RECEIPTS -> documents.receive(tx, file);
      case TRANSFERS -> documents.transfer(tx, file);
      case TRANSFER_SHIPMENTS -> documents.ship(tx, file);
      case TRANSFER_RECEIPTS -> documents.arrive(tx, file);
      case COUNT_LISTS -> documents.list(tx, file);
      case COUNTS -> counts.count(tx, file);
    }
    return file.answers();
  }

  /** In the order of the levels, as everybody locks them; of one level in the order of the file. */
  private void adjust(Tx tx, FileRows file) {
    List<CsvTable.Row> rows = new ArrayList<>();
    List<Adjustment> adjustments = new ArrayList<>();
    file.rows().stream().sorted(Comparator.comparing(RowWork::key)).forEach(row -> {
      Adjustment adjustment = adjustment(tx, file, row);
      if (adjustment != null) {
        rows.add(row);
        adjustments.add(adjustment);
      }
    });
    if (adjustments.isEmpty()) {
      return;
    }
    StockChange change = stock.adjust(tx, adjustments);
    for (ItemError error : change.errors()) {
      file.refuse(rows.get(error.index()), error.field(), error.rule(), error.sentence());
    }
    rows.forEach(row -> file.take(row, ""));
    rise.rose(tx, change.rose().stream().map(StockKey::sku).collect(Collectors.toSet()));
  }

  private static StockKey key(CsvTable.Row row) {
    return new StockKey(FileRows.text(row, "sku"), FileRows.text(row, "location"));
  }

  private static @Nullable Adjustment adjustment(Tx tx, FileRows file, CsvTable.Row row) {
    Long delta = file.number(row, "delta", 0);
    String wanted = FileRows.text(row, "reason").toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    Optional<StockReason> reason =
        Arrays.stream(StockReason.values()).filter(each -> each.name().equals(wanted)).findFirst();
    if (delta == null) {
      return null;
    }
    if (reason.isEmpty()) {
      file.refuse(row, "reason", "unknown", "There is no such reason.");
      return null;
    }
    String told = row.cell("happenedAt");
    try {
      return new Adjustment(
          FileRows.text(row, "sku"), FileRows.text(row, "location"), delta, reason.get(), row.cell("document"),
          told == null ? tx.now() : Instant.parse(told));
    } catch (DateTimeParseException e) {
      file.refuse(row, "happenedAt", "format", "It must be an instant such as 2026-11-21T08:00:00Z.");
      return null;
    }
  }
}
