package dev.crossdock.console.warehouse;

import dev.crossdock.catalog.Sku;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.warehouse.Station.Row;
import dev.crossdock.console.warehouse.Station.Verdict;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tally to which scans add rows: what was typed so far, what a scan adds, and what it is as numbers. */
public final class OpenTally {

  private OpenTally() {}

  /** Units of a SKU. */
  public record Asked(String sku, long units) {}

  /** The rows as they were sent; a SKU that came twice is one row. */
  public static List<Row> typed(Tx tx, Codes codes, Sent sent) {
    List<String> skus = sent.all("sku");
    List<String> units = sent.all("units");
    Map<String, Sku> named = codes.named(tx, Set.copyOf(skus));
    Map<String, Row> rows = new LinkedHashMap<>();
    for (int i = 0; i < skus.size(); i++) {
      String sku = skus.get(i);
      if (!sku.isEmpty()) {
        rows.put(sku, Row.scanned(sku, named.get(sku), Sent.at(units, i)));
      }
    }
    return List.copyOf(rows.values());
  }

  /** One unit more of what the code means. */
  public static Scans.Scanned scan(Tx tx, Codes codes, String code, List<Row> rows) {
    Optional<Sku> found = codes.sku(tx, code);
    if (found.isEmpty()) {
      return new Scans.Scanned(
          rows,
          new Verdict(Role.CRITICAL, code + " is no SKU and no barcode of ours. Nothing was counted for it."));
    }
    String sku = found.get().sku();
    if (rows.stream().anyMatch(row -> row.sku().equals(sku))) {
      return Scans.scan(sku, rows);
    }
    List<Row> more = new ArrayList<>(rows);
    more.add(Row.scanned(sku, found.get(), "1"));
    return new Scans.Scanned(more, Station.counted(more.getLast()));
  }

  /** The rows as numbers; what is no number is among the mistakes, and rows without any are left out. */
  public static List<Asked> asked(List<Row> rows, Mistakes mistakes) {
    List<Asked> asked = new ArrayList<>();
    for (Row row : rows) {
      Long units = units(row, mistakes);
      if (units != null) {
        asked.add(new Asked(row.sku(), units));
      }
    }
    if (asked.isEmpty() && mistakes.none()) {
      mistakes.add("code", "Scan at least one SKU.");
    }
    return asked;
  }

  /** The units of a row; null, and a mistake, when they are no number; null for none. */
  public static @Nullable Long units(Row row, Mistakes mistakes) {
    if (row.units().isEmpty()) {
      return null;
    }
    Long units = Sent.number(row.units());
    if (units == null) {
      mistakes.add(row.field(), row.sku() + ": enter a whole number of units.");
    }
    return units;
  }

  /** The rows with what is wrong beside them. */
  public static List<Row> judged(List<Row> rows, Mistakes mistakes) {
    return rows.stream().map(row -> row.withError(mistakes.of(row.field()))).toList();
  }
}
