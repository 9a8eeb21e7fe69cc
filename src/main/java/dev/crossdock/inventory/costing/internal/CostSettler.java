package dev.crossdock.inventory.costing.internal;

import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values what came and went in a transaction, at its end and all at once: the one row a SKU has is the hottest, so it
 * is locked last and as shortly as can be.
 */
public final class CostSettler {

  private final CostStore store = new CostStore();
  private final List<CostLine> waiting = new ArrayList<>();

  private CostSettler() {}

  /** Values these before the commit. */
  public static void note(Tx tx, List<CostLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    CostSettler settler = tx.attachment(CostSettler.class, CostSettler::new);
    if (settler.waiting.isEmpty()) {
      // Behind the steps that lock levels, those included that are taken behind others.
      tx.beforeCommit(() -> tx.beforeCommit(() -> tx.beforeCommit(() -> settler.settle(tx))));
    }
    settler.waiting.addAll(lines);
  }

  private void settle(Tx tx) {
    List<CostLine> lines = List.copyOf(waiting);
    waiting.clear();
    Set<String> skus = lines.stream().map(CostLine::sku).collect(Collectors.toSet());
    CostBook book = store.open(tx, skus);
    lines.forEach(book::take);
    store.write(tx, book);
  }
}
