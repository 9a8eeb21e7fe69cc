package dev.crossdock.platform.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows under a heading, read one after the other. Comma, semicolon, tab or bar separate the columns: the one that the
 * heading uses most. Column names are the same whatever their case and gaps: {@code Channel SKU}, {@code channel_sku}
 * and {@code channelSku} name one column.
 */
public final class CsvTable implements AutoCloseable {

  private static final String SEPARATORS = ",;\t|";
  private static final int HEADING_MAX = 1 << 14;
  private static final int CELL_MAX = 1 << 20;

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final char separator;
  private final List<String> heading;
  private final List<String> columns;
  private long line = 1;
  private boolean broken;
  private boolean overflows;

  private CsvTable(CsvReader<CsvRecord> reader, char separator) {
    this.reader = reader;
    this.separator = separator;
    this.records = reader.iterator();
    this.heading = record().map(CsvRecord::getFields).orElse(List.of());
    this.columns = heading.stream().map(CsvTable::column).toList();
  }

  /** One row; a column that is not there, or an empty cell, is absent. */
  public record Row(long line, Map<String, String> cells) {

    /** The cell of this column, however its name is written, without white space at its ends; null when it is empty. */
    public @Nullable String cell(String column) {
      return cells.get(column(column));
    }
  }

  /** Reads the heading; the text is closed with the table. */
  public static CsvTable open(Reader text) throws IOException {
    BufferedReader buffered = new BufferedReader(text, HEADING_MAX * 2);
    FileText.skipMark(buffered);
    char separator = separator(buffered);
    return new CsvTable(
        CsvReader.builder()
            .fieldSeparator(separator)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(CELL_MAX)
            .ofCsvRecord(buffered),
        separator);
  }

  /** A column's name as it is compared. */
  public static String column(String name) {
    return strip(name).replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  public char separator() {
    return separator;
  }

  /** The names of the columns as they are written; empty for an empty file. */
  public List<String> heading() {
    return heading;
  }

  /** Whether there is a column of this name, however it is written. */
  public boolean has(String column) {
    return columns.contains(column(column));
  }

  /** The next row; nothing behind the last, or where the file cannot be read any further. */
  public Optional<Row> next() {
    return record().map(this::row);
  }

  /** Where the row read last begins, from 1. */
  public long line() {
    return line;
  }

  /** Whether behind that row the file cannot be read: a cell is too large, or a quote is never closed. */
  public boolean broken() {
    return broken;
  }

  /** Whether that row has more under it than the heading has columns, as when an amount's comma parts it in two. */
  public boolean overflows() {
    return overflows;
  }

  @Override
  public void close() throws IOException {
    records.close();
    reader.close();
  }

  private Optional<CsvRecord> record() {
    try {
      if (!broken && records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        return Optional.of(record);
      }
    } catch (CsvParseException e) {
      broken = true;
    }
    return Optional.empty();
  }

  private Row row(CsvRecord record) {
    Map<String, String> cells = new LinkedHashMap<>();
    overflows = record.getFields().stream().skip(columns.size()).anyMatch(cell -> !strip(cell).isEmpty());
    for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
      String cell = strip(record.getField(i));
      if (!cell.isEmpty()) {
        cells.putIfAbsent(columns.get(i), cell);
      }
    }
    return new Row(record.getStartingLineNumber(), cells);
  }

  /** Without white space at its ends, no-break space included: spreadsheets are full of it. */
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static char separator(BufferedReader text) throws IOException {
    text.mark(HEADING_MAX + 1);
    int[] counts = new int[SEPARATORS.length()];
    for (int i = 0; i < HEADING_MAX; i++) {
      int character = text.read();
      if (character < 0 || character == '\n' || character == '\r') {
        break;
      }
      int at = SEPARATORS.indexOf(character);
      if (at >= 0) {
        counts[at]++;
      }
    }
    text.reset();
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }
}
