package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.lots.LotUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count of some SKUs at a location.
 *
 * @param approveAbove a variance of more units than this, up or down, waits for approval; where a SKU has lots,
 *     those of all its lots are added up
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
   * @param lots once it is counted, all that were found or had to be there, where the SKU asks for lots
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
      @Nullable Instant countedAt,
      List<Lot> lots) {

    public Line {
      lots = List.copyOf(lots);
    }

    /** A line that nobody has counted yet. */
    public static Line counting(int line, String sku, String bin, int expected, int frozen) {
      return new Line(line, sku, bin, LineState.COUNTING, expected, frozen, null, null, null, List.of());
    }

    /** Lots that were not as they had to be. */
    public List<Lot> wrong() {
      return lots.stream().filter(lot -> lot.variance() != 0).toList();
    }

    /** Counted, as this differs from what must have been there. */
    Line counted(CountCommand.Counted found, There there, int approveAbove, Instant at) {
      int units = Math.toIntExact(found.units());
      int off = Math.toIntExact(found.units() - there.units());
      List<Lot> told = Lot.of(there.lots(), found.lots());
      long apart =
          told.isEmpty() ? Math.abs((long) off) : told.stream().mapToLong(lot -> Math.abs(lot.variance())).sum();
      LineState next = apart > approveAbove ? LineState.TO_APPROVE : LineState.BOOKED;
      return new Line(line, sku, bin, next, expected, frozen, units, off, at, told);
    }

    Line with(LineState next) {
      return new Line(line, sku, bin, next, expected, frozen, counted, variance, countedAt, lots);
    }

    /** The same with lots. */
    public Line withLots(List<Lot> told) {
      return new Line(line, sku, bin, state, expected, frozen, counted, variance, countedAt, told);
    }

    Line again() {
      return counting(line, sku, bin, expected, frozen);
    }
  }

  /**
   * A lot, or a serial number, of a line.
   *
   * @param expiresOn as whoever counted read it; null where nobody said
   * @param expected what must have been there at the instant of counting
   * @param counted 0 for what is missing
   */
  public record Lot(String lot, @Nullable LocalDate expiresOn, int expected, int counted) {

    /** Counted, less what must have been there. */
    public long variance() {
      return (long) counted - expected;
    }

    private static List<Lot> of(List<LotUnits> there, List<LotUnits> found) {
      Map<String, Lot> lots = new LinkedHashMap<>();
      for (LotUnits lot : there) {
        lots.put(lot.lot(), new Lot(lot.lot(), null, Math.toIntExact(lot.units()), 0));
      }
      for (LotUnits lot : found) {
        Lot known = lots.get(lot.lot());
        int expected = known == null ? 0 : known.expected();
        lots.put(lot.lot(), new Lot(lot.lot(), lot.expiresOn(), expected, Math.toIntExact(lot.units())));
      }
      return new ArrayList<>(lots.values());
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
