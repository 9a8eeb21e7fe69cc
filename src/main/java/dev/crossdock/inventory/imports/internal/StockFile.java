package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.imports.RowError;
import dev.crossdock.inventory.lots.internal.LotRules;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.csv.FileText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** What the column of units may be called, as columns are compared. */
  public static final List<String> UNITS = List.of("onhand", "quantity", "qty", "units", "available", "stock");

  /** The same for lots and serial numbers. */
  public static final List<String> LOTS = List.of("lot", "batch", "serial", "serialnumber");

  /** The same for the day on which a lot expires. */
  public static final List<String> EXPIRES = List.of("expireson", "expires", "expiry", "expirydate", "bestbefore");

  /** One row that can be applied. */
  record Row(int line, StockKey key, long onHand, @Nullable String lot, @Nullable LocalDate expiresOn) {

    private List<@Nullable Object> counted() {
      return Arrays.asList(key, lot);
    }
  }

  private final Map<List<@Nullable Object>, Row> rows = new LinkedHashMap<>();
  private final Map<List<@Nullable Object>, Integer> repeated = new HashMap<>();
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
        take(
            line, text(node, "sku"), text(node, "location"), text(node, "onHand"), text(node, "lot"),
            text(node, "expiresOn"));
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
      Optional<String> lot = LOTS.stream().filter(table::has).findFirst();
      Optional<String> expires = EXPIRES.stream().filter(table::has).findFirst();
      if (!table.has("sku") || !table.has("location") || units.isEmpty()) {
        refuse(1, "", "missing-column", "The heading must name the columns sku, location and onHand.");
        return;
      }
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        int line = Math.toIntExact(row.get().line());
        if (isRoom(line)) {
          CsvTable.Row cells = row.get();
          take(
              line, cells.cell("sku"), cells.cell("location"), cells.cell(units.get()),
              lot.map(cells::cell).orElse(null), expires.map(cells::cell).orElse(null));
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

  private void take(
      int line,
      @Nullable String sku,
      @Nullable String location,
      @Nullable String units,
      @Nullable String lot,
      @Nullable String expires) {
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
    } else if (lot != null && !lot.isEmpty() && !LotRules.isName(lot)) {
      refuse(line, "lot", "format", "A lot is 1 to 100 characters, none of them a control character.");
    } else {
      LocalDate expiresOn = day(line, expires);
      if (!errors.containsKey(line)) {
        StockKey key = new StockKey(sku, location);
        take(new Row(line, key, Long.parseLong(units), isEmpty(lot) ? null : lot, expiresOn));
      }
    }
  }

  private void take(Row row) {
    repeated.merge(row.counted(), 1, Integer::sum);
    Row before = rows.put(row.counted(), row);
    if (before != null) {
      refuseRepeat(before.line());
    }
  }

  /** The day that is told, if any; one that can't be read is refused. */
  private @Nullable LocalDate day(int line, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      refuse(line, "expiresOn", "format", "It must be a day such as 2027-01-31.");
      return null;
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
    refuse(line, "sku", "duplicate", "SKU and location, with their lot, are named more than once in this file.");
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
