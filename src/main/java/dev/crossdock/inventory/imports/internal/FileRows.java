package dev.crossdock.inventory.imports.internal;

import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.FileKind;
import dev.crossdock.inventory.imports.RowAnswer;
import dev.crossdock.platform.csv.CsvTable;
import dev.crossdock.platform.csv.FileText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file as rows that can be looked at, and what has become of each so far. */
public final class FileRows {

  private final List<CsvTable.Row> rows = new ArrayList<>();
  private final Map<Integer, RowAnswer> answers = new TreeMap<>();
  private final List<CsvTable.Row> lost = new ArrayList<>();
  private boolean broken;

  private FileRows() {}

  /** Reads the file; rows that lack something are refused already. */
  public static FileRows read(FileKind kind, byte[] bytes) {
    FileRows file = new FileRows();
    try (CsvTable table = CsvTable.open(new StringReader(FileText.of(bytes).text()))) {
      Optional<String> missing = kind.required().stream().filter(name -> !table.has(name)).findFirst();
      if (missing.isPresent()) {
        file.refuse(1, missing.get(), "missing-column", "The heading lacks this column.");
        return file;
      }
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        file.add(kind, row.get());
      }
      if (table.broken()) {
        file.broken = true;
        file.refuse(
            Math.toIntExact(table.line()) + 1, "", "unreadable",
            "From here on the file cannot be read: a cell is too large, or a quote is open.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private void add(FileKind kind, CsvTable.Row row) {
    Optional<String> empty = kind.required().stream().filter(name -> row.cell(name) == null).findFirst();
    if (rows.size() + answers.size() >= FileImports.ROWS_MAX) {
      refuse(row, "", "too-many-rows", "At most 10,000 rows are taken at once.");
    } else if (row.cells().values().stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
      refuse(row, "", "format", "It holds a character that nothing has.");
    } else if (empty.isPresent()) {
      refuse(row, empty.get(), "required", "This must be given.");
    } else {
      rows.add(row);
    }
  }

  /** The rows that may be taken. */
  List<CsvTable.Row> rows() {
    return rows;
  }

  void take(CsvTable.Row row, String document) {
    answers.putIfAbsent(line(row), RowAnswer.taken(line(row), document));
  }

  void refuse(CsvTable.Row row, String field, String rule, String sentence) {
    lost.add(row);
    refuse(line(row), field, rule, sentence);
  }

  /** Whether a row that was refused, or could not even be read, may say more of what has these cells. */
  boolean lacks(Map<String, String> cells) {
    return broken
        || lost.stream().anyMatch(row ->
            cells.entrySet().stream().allMatch(cell ->
                text(row, cell.getKey()).isEmpty() || text(row, cell.getKey()).equals(cell.getValue())));
  }

  /** All answers, in the order of the file. */
  List<RowAnswer> answers() {
    return List.copyOf(answers.values());
  }

  /** A cell that must be there. */
  static String text(CsvTable.Row row, String column) {
    String cell = row.cell(column);
    return cell == null ? "" : cell;
  }

  /** A whole number; null, and the row refused, when the cell is none; the usual one when it is empty. */
  @Nullable Long number(CsvTable.Row row, String column, long usual) {
    String cell = row.cell(column);
    if (cell == null) {
      return usual;
    }
    if (!cell.matches("[+-]?[0-9]{1,15}")) {
      refuse(row, column, "format", "It must be a whole number, without separators.");
      return null;
    }
    return Long.valueOf(cell);
  }

  /** A day; null when the cell is empty, and when it holds none: then the row is refused. */
  @Nullable LocalDate day(CsvTable.Row row, String column) {
    String cell = row.cell(column);
    try {
      return cell == null ? null : LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      refuse(row, column, "format", "It must be a day such as 2026-11-21.");
      return null;
    }
  }

  private void refuse(int line, String field, String rule, String sentence) {
    answers.putIfAbsent(line, RowAnswer.refused(line, field, rule, sentence));
  }

  private static int line(CsvTable.Row row) {
    return Math.toIntExact(row.line());
  }
}
