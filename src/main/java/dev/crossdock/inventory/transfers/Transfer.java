package dev.crossdock.inventory.transfers;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.documents.IncomingKind;
import dev.crossdock.inventory.documents.IncomingUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock that moves from one of our locations to another.
 *
 * @param version counts its changes, from 1
 */
public record Transfer(
    UUID id,
    String number,
    String from,
    String to,
    TransferState state,
    @Nullable LocalDate expectedOn,
    List<Line> lines,
    int version,
    Instant createdAt) {

  public Transfer {
    lines = List.copyOf(lines);
  }

  /**
   * Units of one SKU.
   *
   * @param line its number, from 1
   * @param received may be above {@code shipped}: then units were found
   * @param lost shipped units that never arrived
   */
  public record Line(int line, String sku, int requested, int shipped, int received, int lost) {

    /** Units on their way. */
    public int inTransit() {
      return Math.max(0, shipped - received - lost);
    }

    /** Units that arrived and were never shipped. */
    public int found() {
      return Math.max(0, received - shipped);
    }

    Line ship(int units) {
      return new Line(line, sku, requested, units, received, lost);
    }

    Line receive(int units) {
      return new Line(line, sku, requested, shipped, received + units, lost);
    }

    Line lose() {
      return new Line(line, sku, requested, shipped, received, lost + inTransit());
    }
  }

  /** Units on their way, over all lines. */
  public long inTransit() {
    return lines.stream().mapToLong(Line::inTransit).sum();
  }

  List<IncomingUnits> incoming() {
    List<IncomingUnits> units = new ArrayList<>();
    for (Line line : lines) {
      StockKey key = new StockKey(line.sku(), to);
      int rest = state == TransferState.SHIPPED ? line.inTransit() : 0;
      units.add(new IncomingUnits(key, IncomingKind.TRANSFER, id, line.line(), rest, expectedOn));
    }
    return units;
  }

  Transfer with(TransferState next, List<Line> changed) {
    return new Transfer(id, number, from, to, next, expectedOn, changed, version + 1, createdAt);
  }
}
