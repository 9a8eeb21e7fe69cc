package dev.crossdock.inventory;

import dev.crossdock.platform.db.Tx;
import java.util.Set;

/** Which of these SKUs exist; answered by whoever keeps the catalogue. */
public interface KnownSkus {

  Set<String> known(Tx tx, Set<String> skus);
}
