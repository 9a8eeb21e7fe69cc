package dev.crossdock.console.warehouse;

import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.lots.LotUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a station, understood.
 *
 * @param units as typed, or where none are, as its lots add up to
 * @param damaged of them
 * @param lots lots or serial numbers; empty where none are named
 */
public record Typed(Row row, long units, long damaged, List<LotUnits> lots) {

  private static final Pattern OF_LOT = Pattern.compile("lines\\[(\\d+)]\\.lots\\[(\\d+)].*");

  public Typed {
    lots = List.copyOf(lots);
  }

  /** What is typed in a row; nothing when nothing is, and with a mistake when nobody can tell what. */
  public static Optional<Typed> of(Row row, Mistakes mistakes) {
    Long units = OpenTally.units(row, mistakes);
    Long damaged = row.damaged().isEmpty() ? Long.valueOf(0) : Sent.number(row.damaged());
    if (damaged == null) {
      mistakes.add(row.field(), row.sku() + ": enter the damaged units as a whole number.");
      return Optional.empty();
    }
    Station.Lots named = row.lots();
    LotText text =
        named == null ? new LotText.Lots(List.of()) : LotText.read(named.tracking(), named.text(), units);
    return switch (text) {
      case LotText.Wrong(String sentence) -> {
        mistakes.add(row.field(), row.sku() + ": " + sentence);
        yield Optional.empty();
      }
      case LotText.Lots(List<LotUnits> lots) -> {
        Long all = units == null && !lots.isEmpty() ? Long.valueOf(LotUnits.sum(lots)) : units;
        if (all == null && damaged != 0) {
          mistakes.add(row.field(), row.sku() + ": enter all units that arrived, the damaged ones among them.");
        }
        yield all == null || !row.units().isEmpty() && units == null
            ? Optional.empty() : Optional.of(new Typed(row, all, damaged, lots));
      }
    };
  }

  /** The lots with the damaged units, which are taken to be of those named first. */
  public List<ArrivedLot> arrived() {
    List<ArrivedLot> arrived = new ArrayList<>();
    long left = damaged;
    for (LotUnits lot : lots) {
      long broken = Math.clamp(left, 0, Math.max(0, lot.units()));
      left -= broken;
      arrived.add(new ArrivedLot(lot, broken, 0));
    }
    return arrived;
  }

  /** What a door refused of these rows, each beside its row; what is wrong with a lot names it. */
  public static Mistakes refused(List<ItemError> errors, List<Typed> rows) {
    List<ItemError> named = new ArrayList<>();
    for (ItemError error : errors) {
      Matcher of = OF_LOT.matcher(error.field());
      int row = of.matches() ? Integer.parseInt(of.group(1)) : rows.size();
      int lot = of.matches() ? Integer.parseInt(of.group(2)) : 0;
      boolean known = row < rows.size() && lot < rows.get(row).lots().size();
      String sentence =
          known ? rows.get(row).lots().get(lot).lot() + ": " + error.sentence() : error.sentence();
      named.add(new ItemError(error.index(), error.field(), error.rule(), sentence));
    }
    return Mistakes.of(named, rows.stream().map(typed -> typed.row().field()).toList());
  }
}
