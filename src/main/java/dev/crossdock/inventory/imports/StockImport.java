package dev.crossdock.inventory.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of counts on its way into stock.
 *
 * @param total rows of the file
 * @param changed rows that changed stock so far
 * @param unchanged rows that told nothing new
 * @param refused rows that could not be taken; each is named by an error
 * @param finishedAt null while rows are waiting
 */
public record StockImport(
    UUID id, int total, int changed, int unchanged, int refused, Instant createdAt, @Nullable Instant finishedAt) {

  /** Rows that are done with. */
  public int done() {
    return changed + unchanged + refused;
  }

  public boolean finished() {
    return finishedAt != null;
  }
}
