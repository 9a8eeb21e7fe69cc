package dev.crossdock.inventory.imports.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.imports.RowError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of counts, read: rows that may be applied, in the order of their levels, and rows that can't be. */
public final class StockFile {

  private static final int ROWS_MAX = 1_000_000;
  private static final int CELL_MAX = 1 << 16;
  private static final int KEY_MAX = 200;
  private static final String SEPARATORS = ",;\t|";
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
    String text = FileText.of(bytes);
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
    int line = 1;
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(CELL_MAX);
    try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(text);
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      List<String> heading = records.hasNext() ? heading(records.next()) : List.of();
      int sku = heading.indexOf("sku");
      int location = heading.indexOf("location");
      int units = UNITS.stream().mapToInt(heading::indexOf).filter(column -> column >= 0).findFirst().orElse(-1);
      if (sku < 0 || location < 0 || units < 0) {
        refuse(1, "", "missing-column", "The heading must name the columns sku, location and onHand.");
        return;
      }
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = Math.toIntExact(row.getStartingLineNumber());
        if (isRoom(line)) {
          take(line, cell(row, sku), cell(row, location), cell(row, units));
        }
      }
    } catch (CsvParseException e) {
      refuse(
          line + 1, "", "unreadable", "From here on the file cannot be read: a cell is too large, or a quote is open.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The separator that the heading uses most. */
  private static char separator(String text) {
    String heading = text.lines().findFirst().orElse("");
    char best = SEPARATORS.charAt(0);
    for (int i = 1; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      if (count(heading, candidate) > count(heading, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  /** {@code On hand}, {@code on_hand} and {@code onHand} are the same column. */
  private static List<String> heading(CsvRecord record) {
    return record.getFields().stream()
        .map(name -> name.strip().replaceAll("[ _-]", "").toLowerCase(Locale.ROOT))
        .toList();
  }

  private static @Nullable String cell(CsvRecord row, int column) {
    return column < row.getFieldCount() ? row.getField(column).strip() : null;
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
