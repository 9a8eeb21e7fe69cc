package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.Station.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Counts a scan where no script does: the whole form is sent, and comes back with one unit more. */
public final class Scans {

  private Scans() {}

  /** The rows after a scan, and what is to be told of it. */
  public record Scanned(List<Row> rows, Verdict verdict) {}

  /** Fills in what was typed, row by row. */
  public static List<Row> typed(Sent sent, List<Row> rows) {
    List<String> lines = sent.all("line");
    List<String> units = sent.all("units");
    List<String> damaged = sent.all("damaged");
    List<String> lots = sent.texts("lots");
    List<Row> typed = new ArrayList<>();
    for (Row row : rows) {
      int at = lines.indexOf(String.valueOf(row.line()));
      Row filled = at < 0 ? row : row.withUnits(Sent.at(units, at)).withDamaged(Sent.at(damaged, at));
      typed.add(at < 0 || row.lots() == null ? filled : filled.withLots(row.lots().withText(Sent.at(lots, at))));
    }
    return typed;
  }

  /** Adds one unit where the code belongs. */
  public static Scanned scan(String code, List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.means(code)) {
        Row more = row.scanned();
        Long units = Sent.number(more.units());
        if (row.most() != null && units != null && units > row.most()) {
          return new Scanned(rows, full(row));
        }
        List<Row> changed = new ArrayList<>(rows);
        changed.set(i, more);
        return new Scanned(changed, Station.counted(more));
      }
    }
    return new Scanned(rows, new Verdict(Role.CRITICAL, code + " does not belong here. Nothing was counted for it."));
  }

  private static Verdict full(Row row) {
    return new Verdict(
        Role.CRITICAL, row.sku() + ": only " + Units.words(row.most() == null ? 0 : row.most()) + " are taken.");
  }
}
