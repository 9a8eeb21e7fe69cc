package dev.crossdock.api.v1.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.returning.IncomingReturn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units of a SKU on their way back.
 *
 * @param state {@code ANNOUNCED}, {@code CLOSED} or {@code CANCELLED}
 * @param received of the announced units
 * @param open units still on their way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncomingReturnView(
    UUID id,
    String number,
    @Nullable String reference,
    String sku,
    String location,
    String state,
    int announced,
    int received,
    int open,
    @Nullable LocalDate expectedOn,
    int version,
    Instant createdAt) {

  static IncomingReturnView of(IncomingReturn coming) {
    return new IncomingReturnView(
        coming.id(), coming.number(), coming.reference(), coming.sku(), coming.location(), coming.state().name(),
        coming.announced(), coming.received(), coming.open(), coming.expectedOn(), coming.version(),
        coming.createdAt());
  }
}
