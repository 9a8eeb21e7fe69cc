package dev.crossdock.console.imports;

import dev.crossdock.console.assets.Fingerprint;
import dev.crossdock.console.imports.ImportsView.Preview;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.inventory.imports.FileImport;
import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.FileKind;
import dev.crossdock.inventory.imports.FilePreview;
import dev.crossdock.inventory.imports.StockImport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the page on which files are taken in. */
final class ImportsMaker {

  private static final List<Column> FILES = List.of(
      Column.text("When"), Column.text("What"), Column.text("State"), Column.number("Rows"), Column.number("Refused"),
      Column.text("File"));

  private ImportsMaker() {}

  static String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(Fingerprint.sha256(bytes));
  }

  static ImportsView view(
      Visit visit, String key, FileKind kind, String text, @Nullable Preview preview, @Nullable Grid files,
      Mistakes mistakes) {
    List<Choice.Option> options =
        Arrays.stream(FileKind.values()).map(each -> new Choice.Option(each.word(), words(each))).toList();
    return new ImportsView(
        key, new Choice("kind", "What is in the file", kind.word(), options, null), text, preview, files,
        mistakes.lines(),
        Arrays.stream(FileKind.values())
            .map(each -> new ImportsView.Columns(
                words(each), String.join(", ", each.required()), String.join(", ", each.optional())))
            .toList());
  }

  static String words(FileKind kind) {
    return switch (kind) {
      case STOCK -> "What lies where (counts of everything)";
      case ADJUSTMENTS -> "Adjustments";
      case PURCHASE_ORDERS -> "Purchase orders, line by line";
      case RECEIPTS -> "Receipts of purchase orders";
      case TRANSFERS -> "Transfers, line by line";
      case TRANSFER_SHIPMENTS -> "What left of transfers";
      case TRANSFER_RECEIPTS -> "What arrived of transfers";
      case COUNT_LISTS -> "Counts to be made";
      case COUNTS -> "Results of counts";
    };
  }

  static Preview preview(FileKind kind, byte[] bytes) {
    FilePreview read = FilePreview.of(kind, bytes);
    List<Column> columns = new ArrayList<>();
    read.columns().forEach(column -> columns.add(Column.text(
        column.heading() + (column.meaning().isEmpty() ? " (not used)" : " = " + column.meaning()))));
    List<Grid.Row> rows = new ArrayList<>();
    read.sample().forEach(cells -> rows.add(
        new Grid.Row("sample-" + rows.size(), cells.stream().map(Cell::of).toList())));
    boolean tooMany = kind != FileKind.STOCK && read.rows() > FileImports.ROWS_MAX;
    return new Preview(
        "Read as " + encoding(read.encoding()) + " with " + separator(read.separator()) + " between the columns: "
            + (read.rows() == 1 ? "1 row." : Units.grouped(read.rows()) + " rows."),
        read.missing().isEmpty() ? "" : "The heading lacks " + String.join(", ", read.missing()) + ".",
        read.broken() ? "The file can't be read to its end: a cell is too large, or a quote is never closed."
            : tooMany ? "Only the first 10,000 rows would be taken." : "",
        new Grid("The first rows", columns, rows),
        read.missing().isEmpty() && read.rows() > 0,
        read.rows() == 1 ? "Take 1 row in" : "Take " + Units.grouped(read.rows()) + " rows in");
  }

  static Preview tooLarge() {
    return new Preview(
        "The file is larger than 32 MB.", "Split it.", "", new Grid("The first rows", List.of(), List.of()), false, "");
  }

  private static String encoding(String name) {
    return name.equals("windows-1252") ? "Windows-1252 (Latin-1)" : name;
  }

  private static String separator(char separator) {
    return switch (separator) {
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "bars";
      default -> "commas";
    };
  }

  /** The latest files of both kinds, the latest first; null for none. */
  static @Nullable Grid files(Visit visit, List<StockImport> counts, List<FileImport> others) {
    record Listed(Instant at, Grid.Row row) {}
    List<Listed> listed = new ArrayList<>();
    counts.forEach(file -> listed.add(new Listed(file.createdAt(), row(
        visit, file.id(), file.createdAt(), "Counts of everything", file.finished(), file.total(), file.refused(),
        ""))));
    others.forEach(file -> listed.add(new Listed(file.createdAt(), row(
        visit, file.id(), file.createdAt(), words(file.kind()), true, file.total(), file.refused(), file.name()))));
    listed.sort(Comparator.comparing(Listed::at).reversed());
    return listed.isEmpty() ? null : new Grid("Files taken in", FILES, listed.stream().map(Listed::row).toList());
  }

  private static Grid.Row row(
      Visit visit, Object id, Instant at, String what, boolean finished, int total, int refused, String name) {
    return Grid.Row.of(
        "f-" + id,
        Cell.link(visit.watch().when(at).text(), StockNav.IMPORTS.href() + "/" + id),
        Cell.of(what),
        Cell.badge(!finished ? Badge.of(Role.PROGRESS, Icon.PIP_HALF, "Being applied")
            : refused > 0 ? Badge.of(Role.ATTENTION, Icon.EXCEPTIONS, "Done, some refused")
            : Badge.of(Role.SUCCESS, Icon.CHECK, "Done")),
        Cell.of(total),
        Cell.unlessZero(refused),
        Cell.of(name));
  }
}
