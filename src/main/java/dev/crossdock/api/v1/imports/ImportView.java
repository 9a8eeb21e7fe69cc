package dev.crossdock.api.v1.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.imports.StockImport;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of counts and how far it is.
 *
 * @param rows of the file
 * @param done rows that are done with: changed, unchanged and refused together
 * @param unchanged rows that told nothing new
 * @param refused rows that could not be taken; the errors name each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
    UUID id,
    boolean finished,
    int rows,
    int done,
    int changed,
    int unchanged,
    int refused,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  static ImportView of(StockImport found) {
    return new ImportView(
        found.id(), found.finished(), found.total(), found.done(), found.changed(), found.unchanged(), found.refused(),
        found.createdAt(), found.finishedAt());
  }
}
