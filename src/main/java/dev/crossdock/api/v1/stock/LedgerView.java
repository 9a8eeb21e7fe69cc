package dev.crossdock.api.v1.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.history.LedgerEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a level.
 *
 * @param unavailableFor why units were blocked, or had been
 * @param happenedAt in the world
 * @param recordedAt when it was learned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerView(
    UUID id,
    int onHand,
    int reserved,
    int unavailable,
    @Nullable UnavailableReason unavailableFor,
    StockReason reason,
    @Nullable String document,
    String actor,
    UUID correlation,
    Instant happenedAt,
    Instant recordedAt) {

  static LedgerView of(LedgerEntry entry) {
    return new LedgerView(
        entry.id(),
        entry.onHandDelta(),
        entry.reservedDelta(),
        entry.unavailableDelta(),
        entry.unavailable(),
        entry.reason(),
        entry.document(),
        entry.actor(),
        entry.correlation(),
        entry.happenedAt(),
        entry.recordedAt());
  }
}
