package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.costing.CostReason;
import dev.crossdock.inventory.costing.internal.CostLine;
import dev.crossdock.inventory.costing.internal.CostSettler;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Hands what came and went of valued SKUs on to be valued. SKUs that are not valued cost nothing here. */
final class Costed {

  private Costed() {}

  /** The rows are the ids of the book's ledger, in its order. */
  static void note(Tx tx, StockBook book, List<UUID> rows) {
    List<CostLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LedgerLine line = book.ledger().get(i);
      if (line.onHandDelta() != 0 && changesValue(line.reason()) && book.level(line.key()).asks().costed()) {
        lines.add(of(rows.get(i), line));
      }
    }
    CostSettler.note(tx, lines);
  }

  private static CostLine of(UUID id, LedgerLine line) {
    UnitCost cost = line.cost();
    return new CostLine(
        id,
        line.key().sku(),
        CostReason.of(line.reason(), line.onHandDelta()),
        line.onHandDelta(),
        cost == null ? null : Math.multiplyExact(cost.minor(), (long) line.onHandDelta()),
        line.document(),
        line.happenedAt());
  }

  /** Between two of our locations and under other lots, units are worth what they were. */
  private static boolean changesValue(StockReason reason) {
    return switch (reason) {
      case TRANSFERRED_OUT, TRANSFERRED_IN, RELABELLED -> false;
      case RESERVED, RELEASED, MOVED, SHIPPED, FOUND_BY_SHIPPING, COUNTED, RECEIVED, RETURNED, DAMAGED, LOST, FOUND,
          CORRECTED, BLOCKED, FREED ->
          true;
    };
  }
}
