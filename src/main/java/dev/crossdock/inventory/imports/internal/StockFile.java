package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.imports.RowError;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.csv.FileText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of counts, read: rows that may be applied, in the order of their levels, and rows that can't be. */
public final class StockFile {

  private static final int ROWS_MAX = 1_000_000;
  private static final int KEY_MAX = 200;
  private static final List<String> UNITS = List.of("onhand", "quantity", "qty", "units", "available", "stock");

  /** One row that can be applied. */
  record Row(int line, StockKey key, long onHand) {}

  private final Map<StockKey, Row> rows = new TreeMap<>();
  private final Map<StockKey, Integer> repeated = new HashMap<>();
  private final Map<Integer, RowError> errors = new TreeMap<>();
  private int total;

  private StockFile() {}

  /** Reads a file; whatever is wrong with it is among its errors. */
  public static StockFile read(byte[] bytes) {
    StockFile file = new StockFile();
    String text = FileText.of(bytes).text();
    if (text.stripLeading().startsWith("{")) {
      file.json(text);
    } else {
      file.csv(text);
    }
    file.refuseRepeated();
    return file;
  }

  List<Row> rows() {
    return rows.values().stream().sorted(Comparator.comparing(Row::key)).toList();
  }

  Collection<RowError> errors() {
    return errors.values();
  }

  /** Rows of the file; a file that cannot be read counts its unreadable rest as one. */
  int total() {
    return Math.max(total, errors.size());
  }

  private void json(String text) {
    JsonMapper json = JsonMapper.shared();
    int line = 0;
    for (String row : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (row.isBlank() || !isRoom(line)) {
        continue;
      }
      try {
        JsonNode node = json.readTree(row);
        take(line, text(node, "sku"), text(node, "location"), text(node, "onHand"));
      } catch (JacksonException e) {
        refuse(line, "", "unreadable", "The line is no JSON object.");
      }
    }
  }

  private static @Nullable String text(JsonNode row, String name) {
    JsonNode value = row.get(name);
    return value == null || !value.isValueNode() || value.isNull() ? null : value.asString();
  }

  private void csv(String text) {
    try (CsvTable table = CsvTable.open(new StringReader(text))) {
      Optional<String> units = UNITS.stream().filter(table::has).findFirst();
      if (!table.has("sku") || !table.has("location") || units.isEmpty()) {
        refuse(1, "", "missing-column", "The heading must name the columns sku, location and onHand.");
        return;
      }
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        int line = Math.toIntExact(row.get().line());
        if (isRoom(line)) {
          take(line, row.get().cell("sku"), row.get().cell("location"), row.get().cell(units.get()));
        }
      }
      if (table.broken()) {
        String sentence = "From here on the file cannot be read: a cell is too large, or a quote is open.";
        refuse(Math.toIntExact(table.line()) + 1, "", "unreadable", sentence);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isRoom(int line) {
    if (total < ROWS_MAX) {
      return true;
    }
    refuse(line, "", "too-many-rows", "At most 1,000,000 rows are taken at once.");
    return false;
  }

  private void take(int line, @Nullable String sku, @Nullable String location, @Nullable String units) {
    total++;
    String missing = isEmpty(sku) ? "sku" : isEmpty(location) ? "location" : isEmpty(units) ? "onHand" : null;
    if (missing != null || sku == null || location == null || units == null) {
      refuse(line, missing == null ? "" : missing, "required", "This must be given.");
    } else if (!isKey(sku) || !isKey(location)) {
      refuse(line, isKey(sku) ? "location" : "sku", "unknown", "Nothing has such a key.");
    } else if (!units.matches("[+-]?[0-9]+")) {
      refuse(line, "onHand", "format", "On hand must be a whole number, without separators.");
    } else if (units.length() > 18) {
      refuse(line, "onHand", "range", "On hand must be 0 to 1,000,000,000.");
    } else {
      StockKey key = new StockKey(sku, location);
      repeated.merge(key, 1, Integer::sum);
      Row before = rows.put(key, new Row(line, key, Long.parseLong(units)));
      if (before != null) {
        refuseRepeat(before.line());
      }
    }
  }

  /** Which count of a level is right nobody can tell, so none of them is taken. */
  private void refuseRepeated() {
    repeated.values().removeIf(times -> times == 1);
    repeated.keySet().forEach(key -> {
      Row last = rows.remove(key);
      if (last != null) {
        refuseRepeat(last.line());
      }
    });
  }

  private void refuseRepeat(int line) {
    refuse(line, "sku", "duplicate", "SKU and location are named more than once in this file.");
  }

  private void refuse(int line, String field, String rule, String sentence) {
    errors.putIfAbsent(line, new RowError(line, field, rule, sentence));
  }

  private static boolean isEmpty(@Nullable String cell) {
    return cell == null || cell.isEmpty();
  }

  private static boolean isKey(String text) {
    return text.length() <= KEY_MAX && text.indexOf('\0') < 0;
  }
}
