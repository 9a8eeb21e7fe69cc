package dev.crossdock.inventory.transfers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as somebody describes it, unchecked.
 *
 * @param number null for the next of ours
 */
public record TransferInput(
    @Nullable String number, String from, String to, @Nullable LocalDate expectedOn, List<Line> lines) {

  /** Units of one SKU. */
  public record Line(String sku, long units) {}
}
