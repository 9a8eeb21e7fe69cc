package dev.crossdock.inventory.returning;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units of one SKU on their way back to a location.
 *
 * @param reference what it is called elsewhere
 * @param received of the announced units
 * @param version counts its changes, from 1
 */
public record IncomingReturn(
    UUID id,
    String number,
    @Nullable String reference,
    String sku,
    String location,
    ReturnState state,
    int announced,
    int received,
    @Nullable LocalDate expectedOn,
    int version,
    Instant createdAt) {

  /** Units on their way. */
  public int open() {
    return state == ReturnState.ANNOUNCED ? announced - received : 0;
  }

  List<IncomingUnits> incoming() {
    return List.of(
        new IncomingUnits(new StockKey(sku, location), IncomingKind.RETURN, id, 1, open(), expectedOn));
  }

  IncomingReturn with(ReturnState next, int arrived) {
    return new IncomingReturn(
        id, number, reference, sku, location, next, announced, arrived, expectedOn, version + 1, createdAt);
  }
}
