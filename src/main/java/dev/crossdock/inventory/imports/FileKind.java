package dev.crossdock.inventory.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file may hold, by its columns. How their names are written does not matter: {@code On hand} is onHand. */
public enum FileKind {
  /** What lies where; taken in by {@link StockImports}. */
  STOCK(List.of("sku", "location", "onHand"), List.of("lot", "expiresOn")),
  /** What came and what went. */
  ADJUSTMENTS(List.of("sku", "location", "delta", "reason"), List.of("document", "happenedAt")),
  /** Lines of purchase orders; rows with one number make one order. */
  PURCHASE_ORDERS(
      List.of("number", "supplier", "location", "sku", "units"), List.of("expectedOn", "overPerCent")),
  /** What arrived of purchase orders; rows with one delivery note make one receipt. */
  RECEIPTS(List.of("order", "reference", "sku", "units"), List.of("damaged")),
  /** Transfers to be requested; rows with one number make one transfer. */
  TRANSFERS(List.of("number", "from", "to", "sku", "units"), List.of("expectedOn")),
  /** What left of transfers; of a line that no row names, nothing did. */
  TRANSFER_SHIPMENTS(List.of("transfer", "sku", "units"), List.of()),
  /** What arrived of transfers; rows with one delivery note make one receipt. */
  TRANSFER_RECEIPTS(List.of("transfer", "reference", "sku", "units"), List.of("damaged")),
  /** What is to be counted; rows with one number make one count. */
  COUNT_LISTS(List.of("number", "location", "sku"), List.of("bin", "approveAbove")),
  /** What was found of counts that are open; where a SKU is kept by lot, a row for each lot or serial number. */
  COUNTS(List.of("count", "sku", "units"), List.of("bin", "lot", "expiresOn"));

  private final List<String> required;
  private final List<String> optional;

  FileKind(List<String> required, List<String> optional) {
    this.required = required;
    this.optional = optional;
  }

  public List<String> required() {
    return required;
  }

  public List<String> optional() {
    return optional;
  }

  /** As it stands in addresses: {@code purchase-orders}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that word, if there is one. */
  public static Optional<FileKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
