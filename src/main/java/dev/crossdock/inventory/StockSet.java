package dev.crossdock.inventory;

import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a count found: so many units lie there now.
 *
 * @param lot of this lot, or serial number, alone; null for all of a SKU that is kept without lots
 * @param expiresOn when the lot expires, where nobody has told it before
 */
public record StockSet(
    String sku, String location, long onHand, @Nullable String lot, @Nullable LocalDate expiresOn) {

  public StockSet {
    lot = lot == null ? null : Normalizer.normalize(lot, Normalizer.Form.NFC);
  }

  /** Of a SKU without lots. */
  public StockSet(String sku, String location, long onHand) {
    this(sku, location, onHand, null, null);
  }

  public StockKey key() {
    return new StockKey(sku, location);
  }
}
