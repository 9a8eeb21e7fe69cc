package dev.crossdock.inventory.promising;

import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one unit of a SKU is made of; answered by whoever keeps the catalogue. */
public interface Kits {

  /** Units of one SKU in one unit of another. */
  record Part(String sku, int units) {}

  /** By SKU: the parts of a kit, the SKU itself for everything else; what is unknown is absent. */
  Map<String, List<Part>> parts(Tx tx, Set<String> skus);
}
