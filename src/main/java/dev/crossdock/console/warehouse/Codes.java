package dev.crossdock.console.warehouse;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Sku;
import dev.crossdock.catalog.SkuQuery;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what a scanned code stands for: a SKU as it is written, or the barcode of exactly one. */
@Component
public final class Codes {

  private static final int LOOKED_AT = 20;
  private static final int CODE_MAX = 200;

  private final Catalog catalog;

  Codes(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The SKU a code means; nothing when it means none, or more than one. */
  public Optional<Sku> sku(Tx tx, String code) {
    if (code.isEmpty() || code.length() > CODE_MAX) {
      return Optional.empty();
    }
    Optional<Sku> named = catalog.find(tx, code);
    if (named.isPresent()) {
      return named;
    }
    List<Sku> barred =
        catalog.list(tx, new SkuQuery(code, null, LOOKED_AT)).stream()
            .filter(sku -> code.equals(sku.barcode()))
            .toList();
    return barred.size() == 1 ? Optional.of(barred.getFirst()) : Optional.empty();
  }

  /** What the catalogue says of these SKUs. */
  public Map<String, Sku> named(Tx tx, Set<String> skus) {
    return catalog.get(tx, skus).stream().collect(Collectors.toMap(Sku::sku, Function.identity()));
  }
}
