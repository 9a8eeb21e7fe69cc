package dev.crossdock.inventory.imports;

import dev.crossdock.inventory.imports.internal.StockFile;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.csv.FileText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would be read of a file, before anything is done with it.
 *
 * @param encoding in which its bytes are read
 * @param separator between its columns
 * @param columns in their order, each with what it is taken for
 * @param missing columns that must be there and are not
 * @param rows how many there are
 * @param sample the first rows, column by column
 * @param broken whether it can't be read to its end
 */
public record FilePreview(
    String encoding, char separator, List<Column> columns, List<String> missing, int rows, List<List<String>> sample,
    boolean broken) {

  private static final int SAMPLE = 5;

  /**
   * A column of the file.
   *
   * @param meaning what it is taken for; empty when it is not looked at
   */
  public record Column(String heading, String meaning) {}

  public FilePreview {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
    sample = List.copyOf(sample);
  }

  /** Reads the file to its end; writes nothing. */
  public static FilePreview of(FileKind kind, byte[] bytes) {
    FileText text = FileText.of(bytes);
    try (CsvTable table = CsvTable.open(new StringReader(text.text()))) {
      List<Column> columns = table.heading().stream().map(name -> new Column(name, meaning(kind, name))).toList();
      List<String> missing = kind.required().stream().filter(name -> !has(table, kind, name)).toList();
      List<List<String>> sample = new ArrayList<>();
      int rows = 0;
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows++;
        if (sample.size() < SAMPLE) {
          sample.add(cells(table, row.get()));
        }
      }
      return new FilePreview(
          text.encoding().name(), table.separator(), columns, missing, rows, sample, table.broken());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(CsvTable table, CsvTable.Row row) {
    List<String> cells = new ArrayList<>();
    for (String name : table.heading()) {
      String cell = row.cell(name);
      cells.add(cell == null ? "" : cell);
    }
    return cells;
  }

  private static boolean has(CsvTable table, FileKind kind, String name) {
    return table.heading().stream().anyMatch(heading -> meaning(kind, heading).equals(name));
  }

  private static String meaning(FileKind kind, String heading) {
    String wanted = CsvTable.column(heading);
    if (kind == FileKind.STOCK) {
      String counted = StockFile.UNITS.contains(wanted) ? "onHand"
          : StockFile.LOTS.contains(wanted) ? "lot" : StockFile.EXPIRES.contains(wanted) ? "expiresOn" : "";
      if (!counted.isEmpty()) {
        return counted;
      }
    }
    List<String> known = new ArrayList<>(kind.required());
    known.addAll(kind.optional());
    return known.stream().filter(name -> CsvTable.column(name).equals(wanted)).findFirst().orElse("");
  }
}
