package dev.crossdock.api.v1.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock that moves from one location to another.
 *
 * @param version counts its changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(
    UUID id,
    String number,
    String from,
    String to,
    TransferState state,
    @Nullable LocalDate expectedOn,
    List<Line> lines,
    int version,
    Instant createdAt) {

  /**
   * Units of one SKU.
   *
   * @param inTransit on their way
   * @param lost never arrived
   * @param found arrived and were never shipped
   */
  record Line(int line, String sku, int requested, int shipped, int received, int inTransit, int lost, int found) {

    static Line of(Transfer.Line line) {
      return new Line(
          line.line(), line.sku(), line.requested(), line.shipped(), line.received(), line.inTransit(), line.lost(),
          line.found());
    }
  }

  static TransferView of(Transfer transfer) {
    return new TransferView(
        transfer.id(), transfer.number(), transfer.from(), transfer.to(), transfer.state(), transfer.expectedOn(),
        transfer.lines().stream().map(Line::of).toList(), transfer.version(), transfer.createdAt());
  }
}
