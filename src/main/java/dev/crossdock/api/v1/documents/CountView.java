package dev.crossdock.api.v1.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.counting.StockCount;
import dev.crossdock.inventory.counting.StockCount.LineState;
import java.time.Instant;
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
      @Nullable Instant countedAt) {

    static Line of(StockCount.Line line) {
      return new Line(
          line.line(),
          line.sku(),
          line.bin().isEmpty() ? null : line.bin(),
          line.state(),
          line.counted() == null ? null : line.expected(),
          line.counted(),
          line.variance(),
          line.countedAt());
    }
  }

  static CountView of(StockCount count) {
    return new CountView(
        count.id(), count.number(), count.location(), count.state(), count.approveAbove(),
        count.lines().stream().map(Line::of).toList(), count.version(), count.createdAt());
  }
}
