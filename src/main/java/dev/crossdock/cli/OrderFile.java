package dev.crossdock.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A file of exported orders: a table for spreadsheets, or each order as the API tells it, one a line. */
final class OrderFile implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter writer;
  private final @Nullable CsvWriter csv;

  private OrderFile(BufferedWriter writer, @Nullable CsvWriter csv) {
    this.writer = writer;
    this.csv = csv;
  }

  static OrderFile create(Path file, FileFormat format) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    return switch (format) {
      case CSV -> {
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(OrderColumns.NAMES);
        yield new OrderFile(writer, csv);
      }
      case NDJSON -> new OrderFile(writer, null);
    };
  }

  void write(Object order) throws IOException {
    if (csv != null) {
      csv.writeRecord(OrderColumns.of(order));
    } else {
      writer.write(JSON.writeValueAsString(order));
      writer.write('\n');
    }
  }

  @Override
  public void close() throws IOException {
    if (csv != null) {
      csv.close();
    }
    writer.close();
  }
}
