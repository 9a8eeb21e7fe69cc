package dev.crossdock.inventory.documents;

import dev.crossdock.platform.db.Tx;
import java.util.Set;

/** Told, in the same transaction, of SKUs with more to promise than before; answered by whoever has orders waiting. */
public interface StockRise {

  void rose(Tx tx, Set<String> skus);
}
