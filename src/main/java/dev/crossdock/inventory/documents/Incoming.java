package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.documents.internal.IncomingStore;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Units on their way. Each document tells all of its own, whole; what it does not tell any more is gone. */
public final class Incoming {

  private final IncomingStore store = new IncomingStore();

  /** What is on its way of these SKUs, the soonest first; what has no date comes last. */
  public List<IncomingUnits> of(Tx tx, Set<String> skus) {
    return store.of(tx, skus);
  }

  /** Replaces what this document has on its way; the caller has locked the document. */
  public void replace(Tx tx, UUID document, List<IncomingUnits> units) {
    store.replace(tx, document, units.stream().filter(row -> row.units() > 0).toList());
  }
}
