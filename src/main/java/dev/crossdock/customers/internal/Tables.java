package dev.crossdock.customers.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.crossdock.customers.GeoPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the tables that lie beside the API's package. */
final class Tables {

  private Tables() {}

  static <R> List<R> read(String name, Function<NamedCsvRecord, R> row) {
    try (InputStream in = GeoPoint.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the table " + name + " is missing");
      }
      List<R> rows = new ArrayList<>();
      CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, UTF_8)).forEach(line -> rows.add(row.apply(line)));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GeoPoint point(NamedCsvRecord line) {
    return new GeoPoint(Double.parseDouble(line.getField("lat")), Double.parseDouble(line.getField("lon")));
  }

  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
