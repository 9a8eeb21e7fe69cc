package dev.crossdock.cli;

import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.csv.FileText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
    try (BufferedReader reader = FileText.open(() -> Files.newInputStream(file))) {
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
    try (CsvTable table = CsvTable.open(reader)) {
      Optional<String> missing = kind.missing(table);
      if (missing.isPresent()) {
        rows.accept(ImportRow.bad(1, "the heading lacks " + missing.get()));
        return;
      }
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.accept(row(row.get(), kind));
      }
      if (table.broken()) {
        String problem = "nothing can be read after this line: a cell is too large, or a quote is never closed";
        rows.accept(ImportRow.bad(table.line(), problem));
      }
    }
  }

  private static ImportRow row(CsvTable.Row row, ImportKind kind) {
    try {
      return ImportRow.of(row.line(), kind.item(row));
    } catch (IllegalArgumentException e) {
      return ImportRow.bad(row.line(), String.valueOf(e.getMessage()));
    }
  }
}
