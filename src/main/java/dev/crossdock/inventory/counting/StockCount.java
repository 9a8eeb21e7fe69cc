package dev.crossdock.inventory.counting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count of some SKUs at a location.
 *
 * @param approveAbove a variance of more units than this, up or down, waits for approval
 * @param version counts its changes, from 1
 */
public record StockCount(
    UUID id,
    String number,
    String location,
    State state,
    int approveAbove,
    List<Line> lines,
    int version,
    Instant createdAt) {

  public StockCount {
    lines = List.copyOf(lines);
  }

  /** How far a count is. */
  public enum State {
    OPEN,
    /** Every line is booked. */
    DONE,
    CANCELLED
  }

  /** How far a line is. */
  public enum LineState {
    COUNTING,
    /** Counted, and too far off to be booked unseen. */
    TO_APPROVE,
    BOOKED,
    CANCELLED
  }

  /**
   * One SKU, in one bin or in all of the location.
   *
   * @param line its number, from 1
   * @param bin empty for all of the SKU at the location
   * @param expected what was there when the count began: not for the eyes of who counts
   * @param frozen units of the bin that are blocked until the line is done with
   * @param variance counted, less what must have been there at that instant
   */
  public record Line(
      int line,
      String sku,
      String bin,
      LineState state,
      int expected,
      int frozen,
      @Nullable Integer counted,
      @Nullable Integer variance,
      @Nullable Instant countedAt) {

    Line counted(int units, int off, LineState next, Instant at) {
      return new Line(line, sku, bin, next, expected, frozen, units, off, at);
    }

    Line with(LineState next) {
      return new Line(line, sku, bin, next, expected, frozen, counted, variance, countedAt);
    }

    Line again() {
      return new Line(line, sku, bin, LineState.COUNTING, expected, frozen, null, null, null);
    }
  }

  StockCount with(List<Line> changed) {
    boolean open =
        changed.stream().anyMatch(line -> line.state() == LineState.COUNTING || line.state() == LineState.TO_APPROVE);
    boolean cancelled = changed.stream().allMatch(line -> line.state() == LineState.CANCELLED);
    State next = open ? State.OPEN : cancelled ? State.CANCELLED : State.DONE;
    return new StockCount(id, number, location, next, approveAbove, changed, version + 1, createdAt);
  }
}
