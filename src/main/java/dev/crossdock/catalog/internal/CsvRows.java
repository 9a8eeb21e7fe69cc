package dev.crossdock.catalog.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.crossdock.catalog.ImportReport.RowError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a file of rows under a heading, a chunk at a time. Comma, semicolon, tab or bar separate the columns. */
public final class CsvRows {

  private static final int CHUNK = 1_000;
  private static final int HEADING_MAX = 8_192;
  private static final int CELL_MAX = 1 << 20;
  private static final char BOM = '\uFEFF';
  private static final String SEPARATORS = ",;\t|";

  /** One row; a column that is not there, or an empty cell, is null. */
  public record Row(long line, Map<String, String> cells) {

    public @Nullable String cell(String column) {
      return cells.get(column);
    }
  }

  private CsvRows() {}

  /** Hands over the rows, and tells what made reading impossible, where anything did. */
  public static Optional<RowError> read(Reader csv, List<String> required, Consumer<List<Row>> chunks) {
    BufferedReader buffered = new BufferedReader(csv, HEADING_MAX * 2);
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(separator(buffered))
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(CELL_MAX);
    long line = 1;
    List<Row> chunk = new ArrayList<>();
    Optional<RowError> problem = Optional.empty();
    try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(buffered);
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      List<String> heading = records.hasNext() ? heading(records.next()) : List.of();
      for (String column : required) {
        if (!heading.contains(column)) {
          return Optional.of(new RowError(1, column, "missing-column", "The heading lacks the column " + column + "."));
        }
      }
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        chunk.add(row(heading, record));
        if (chunk.size() == CHUNK) {
          chunks.accept(chunk);
          chunk = new ArrayList<>();
        }
      }
    } catch (CsvParseException e) {
      String sentence = "The file cannot be read after this line: a cell is too large, or a quote is never closed.";
      problem = Optional.of(new RowError(line, "", "unreadable", sentence));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!chunk.isEmpty()) {
      chunks.accept(chunk);
    }
    return problem;
  }

  /** The separator the heading uses most; a mark of byte order at the beginning is read away. */
  private static char separator(BufferedReader csv) {
    try {
      csv.mark(1);
      if (csv.read() != BOM) {
        csv.reset();
      }
      csv.mark(HEADING_MAX + 1);
      int[] counts = new int[SEPARATORS.length()];
      for (int i = 0; i < HEADING_MAX; i++) {
        int character = csv.read();
        if (character < 0 || character == '\n' || character == '\r') {
          break;
        }
        int separator = SEPARATORS.indexOf(character);
        if (separator >= 0) {
          counts[separator]++;
        }
      }
      csv.reset();
      int best = 0;
      for (int i = 1; i < counts.length; i++) {
        best = counts[i] > counts[best] ? i : best;
      }
      return SEPARATORS.charAt(best);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> heading(CsvRecord record) {
    return record.getFields().stream().map(name -> SkuText.strip(name).toLowerCase(Locale.ROOT)).toList();
  }

  private static Row row(List<String> heading, CsvRecord record) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(heading.size(), record.getFieldCount()); i++) {
      String cell = SkuText.strip(record.getField(i));
      if (!cell.isEmpty()) {
        cells.put(heading.get(i), cell);
      }
    }
    return new Row(record.getStartingLineNumber(), cells);
  }
}
