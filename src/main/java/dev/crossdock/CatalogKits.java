package dev.crossdock;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Sku;
import dev.crossdock.inventory.promising.Kits;
import dev.crossdock.platform.db.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What SKUs are made of, in inventory's words. */
record CatalogKits(Catalog catalog) implements Kits {

  @Override
  public Map<String, List<Kits.Part>> parts(Tx tx, Set<String> skus) {
    Map<String, List<Kits.Part>> parts = new HashMap<>();
    for (Sku sku : catalog.get(tx, skus)) {
      List<Kits.Part> pieces =
          sku.components().stream().map(piece -> new Kits.Part(piece.sku(), piece.units())).toList();
      parts.put(sku.sku(), sku.kit() ? pieces : List.of(new Kits.Part(sku.sku(), 1)));
    }
    return parts;
  }
}
