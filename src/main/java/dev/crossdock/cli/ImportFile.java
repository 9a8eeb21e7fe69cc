package dev.crossdock.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the rows of a file, whatever it was saved as. A row that can't be read is handed on with its line and what is
 * wrong, and the rows behind it are read all the same.
 */
final class ImportFile {

  private static final String SEPARATORS = ",;\t|";
  private static final int HEADING_MAX = 1 << 14;
  private static final int CELL_MAX = 1 << 20;
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ImportFile() {}

  /** Hands over one row after the other. */
  static void read(Path file, FileFormat format, ImportKind kind, Consumer<ImportRow> rows) throws IOException {
    try (BufferedReader reader = TextFile.open(file)) {
      switch (format) {
        case CSV -> csv(reader, kind, rows);
        case NDJSON -> ndjson(reader, rows);
      }
    }
  }

  private static void ndjson(BufferedReader reader, Consumer<ImportRow> rows) throws IOException {
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        rows.accept(object(number, line));
      }
    }
  }

  private static ImportRow object(long number, String line) {
    try {
      Map<String, Object> item = JSON.readValue(line, OBJECT);
      return item == null ? ImportRow.bad(number, "a JSON object is expected") : ImportRow.of(number, item);
    } catch (JacksonException e) {
      return ImportRow.bad(number, "no JSON object: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  private static void csv(BufferedReader reader, ImportKind kind, Consumer<ImportRow> rows) throws IOException {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(separator(reader))
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(CELL_MAX);
    List<String> heading = null;
    long line = 1;
    try (CsvReader<CsvRecord> records = builder.ofCsvRecord(reader)) {
      for (CsvRecord record : records) {
        line = record.getStartingLineNumber();
        if (heading == null) {
          heading = record.getFields().stream().map(ImportFile::column).toList();
          Optional<String> missing = kind.missing(heading);
          if (missing.isPresent()) {
            rows.accept(ImportRow.bad(line, "the heading lacks " + missing.get()));
            return;
          }
        } else {
          rows.accept(row(line, heading, record.getFields(), kind));
        }
      }
    } catch (CsvParseException e) {
      rows.accept(
          ImportRow.bad(line, "nothing can be read after this line: a cell is too large, or a quote is never closed"));
    }
  }

  private static ImportRow row(long line, List<String> heading, List<String> fields, ImportKind kind) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(heading.size(), fields.size()); i++) {
      cells.putIfAbsent(heading.get(i), fields.get(i).strip());
    }
    try {
      return ImportRow.of(line, kind.item(cells));
    } catch (IllegalArgumentException e) {
      return ImportRow.bad(line, String.valueOf(e.getMessage()));
    }
  }

  /** Headings are the same whatever their case and gaps: {@code Channel SKU} is {@code channelSku}. */
  static String column(String heading) {
    return heading.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /** The separator that the heading uses most. */
  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(HEADING_MAX + 1);
    int[] counts = new int[SEPARATORS.length()];
    for (int i = 0; i < HEADING_MAX; i++) {
      int character = reader.read();
      if (character < 0 || character == '\n' || character == '\r') {
        break;
      }
      int separator = SEPARATORS.indexOf(character);
      if (separator >= 0) {
        counts[separator]++;
      }
    }
    reader.reset();
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }
}
