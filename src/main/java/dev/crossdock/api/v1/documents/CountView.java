package dev.crossdock.api.v1.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count.
 *
 * @param approveAbove a variance of more units than this waits for approval
 * @param version counts its changes
 */
record CountView(
    UUID id,
    String number,
    String location,
    StockCount.State state,
    int approveAbove,
    List<Line> lines,
    int version,
    Instant createdAt) {

  /**
   * One SKU, in one bin or in all of the location. Whoever counts is not to know what is expected: that and the
   * variance are absent until the line is counted.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      int line,
      String sku,
      @Nullable String bin,
      LineState state,
      @Nullable Integer expected,
      @Nullable Integer counted,
      @Nullable Integer variance,
      @Nullable Instant countedAt,
      @Nullable List<Lot> lots) {

    static Line of(StockCount.Line line) {
      return new Line(
          line.line(),
          line.sku(),
          line.bin().isEmpty() ? null : line.bin(),
          line.state(),
          line.counted() == null ? null : line.expected(),
          line.counted(),
          line.variance(),
          line.countedAt(),
          line.lots().isEmpty() ? null : line.lots().stream().map(Lot::of).toList());
    }
  }

  /**
   * A lot, or a serial number, that was found or had to be there.
   *
   * @param expected what must have been there at the instant of counting
   * @param counted 0 for what is missing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Lot(String lot, @Nullable LocalDate expiresOn, int expected, int counted, long variance) {

    static Lot of(StockCount.Lot lot) {
      return new Lot(lot.lot(), lot.expiresOn(), lot.expected(), lot.counted(), lot.variance());
    }
  }

  static CountView of(StockCount count) {
    return new CountView(
        count.id(), count.number(), count.location(), count.state(), count.approveAbove(),
        count.lines().stream().map(Line::of).toList(), count.version(), count.createdAt());
  }
}
