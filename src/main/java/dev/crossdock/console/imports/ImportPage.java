package dev.crossdock.console.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.crossdock.console.imports.ImportView.Figure;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.inventory.imports.FileImport;
import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.RowAnswer;
import dev.crossdock.inventory.imports.RowError;
import dev.crossdock.inventory.imports.StockImport;
import dev.crossdock.inventory.imports.StockImports;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows how far a file is, what became of it, and gives the answers to its rows as a file. */
@RestController
class ImportPage {

  private static final int SHOWN = 100;
  private static final int ANSWERS_MAX = 10_000;
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final List<Column> REFUSED =
      List.of(Column.number("Line"), Column.text("Column"), Column.text("Why it was not taken"));

  private final Pages pages;
  private final Door door;
  private final StockImports stock;
  private final FileImports files;

  ImportPage(Pages pages, Door door, StockImports stock, FileImports files) {
    this.pages = pages;
    this.door = door;
    this.stock = stock;
    this.files = files;
  }

  @GetMapping("/console/stock/imports/{id}")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    Optional<ImportView> view = door.read(visit.merchant(), tx -> view(tx, visit, id));
    return view.isEmpty()
        ? pages.page(
            HttpStatus.NOT_FOUND, visit, Nav.STOCK, "No such file", "shell/block.jte",
            new Block(
                Block.Kind.NO_MATCH, "There is no such file", "It was never taken in.",
                new Block.Action("Show all files", StockNav.IMPORTS.href())))
        : pages.page(visit, Nav.STOCK, view.get().title(), "imports/import.jte", view.get());
  }

  /** The page's content as it is now, for somebody who waits for it. */
  @GetMapping("/console/stock/imports/{id}/live")
  ResponseEntity<String> live(Visit visit, @PathVariable UUID id) {
    return door.read(visit.merchant(), tx -> view(tx, visit, id))
        .map(view -> pages.part(HttpStatus.OK, "imports/progress.jte", Map.of("page", view)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** The answers to the rows; of counts the refused rows alone. */
  @GetMapping("/console/stock/imports/{id}/answers.csv")
  ResponseEntity<String> answers(Visit visit, @PathVariable UUID id) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("line", "taken", "document", "column", "rule", "sentence");
      for (RowAnswer row : door.read(visit.merchant(), tx -> answers(tx, id))) {
        csv.writeRecord(
            String.valueOf(row.line()), row.taken() ? "yes" : "no", row.document(), row.field(), row.rule(),
            row.sentence());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"answers.csv\"")
        .body("\uFEFF" + text);
  }

  private List<RowAnswer> answers(Tx tx, UUID id) {
    if (files.find(tx, id).isPresent()) {
      return files.answers(tx, id);
    }
    List<RowAnswer> refused = new ArrayList<>();
    List<RowError> part = stock.errors(tx, id, -1, ANSWERS_MAX);
    while (!part.isEmpty()) {
      part.forEach(e -> refused.add(RowAnswer.refused(e.line(), e.field(), e.rule(), e.sentence())));
      part = stock.errors(tx, id, part.getLast().line(), ANSWERS_MAX);
    }
    return refused;
  }

  private Optional<ImportView> view(Tx tx, Visit visit, UUID id) {
    Optional<StockImport> counts = stock.find(tx, id);
    if (counts.isPresent()) {
      List<RowAnswer> refused = stock.errors(tx, id, -1, SHOWN).stream()
          .map(e -> RowAnswer.refused(e.line(), e.field(), e.rule(), e.sentence())).toList();
      return counts.map(file -> counts(visit, file, refused));
    }
    return files.find(tx, id).map(file -> file(visit, file, files.answers(tx, id)));
  }

  private static ImportView counts(Visit visit, StockImport file, List<RowAnswer> refused) {
    List<Figure> figures = List.of(
        new Figure("Rows", Units.grouped(file.total())), new Figure("Changed", Units.grouped(file.changed())),
        new Figure("As before", Units.grouped(file.unchanged())), new Figure("Refused", Units.grouped(file.refused())));
    return view(
        visit, "Counts of everything", file.id(), file.createdAt(), file.finished(), file.done(), file.total(),
        file.refused(), figures, refused);
  }

  private static ImportView file(Visit visit, FileImport file, List<RowAnswer> answers) {
    List<Figure> figures = List.of(
        new Figure("Rows", Units.grouped(file.total())), new Figure("Taken", Units.grouped(file.taken())),
        new Figure("Refused", Units.grouped(file.refused())));
    return view(
        visit, ImportsMaker.words(file.kind()), file.id(), file.createdAt(), true, file.total(), file.total(),
        file.refused(), figures, answers.stream().filter(answer -> !answer.taken()).limit(SHOWN).toList());
  }

  private static ImportView view(
      Visit visit, String title, UUID id, Instant at, boolean finished, int done, int total, int refused,
      List<Figure> figures, List<RowAnswer> shown) {
    String href = StockNav.IMPORTS.href() + "/" + id;
    List<Grid.Row> rows = shown.stream()
        .map(row -> Grid.Row.of(
            "line-" + row.line(), Cell.of(row.line()), Cell.of(row.field()), Cell.of(row.sentence())))
        .toList();
    Note note = !finished
        ? Note.of(Role.PROGRESS, Icon.CLOCK, "Being applied. You may leave this page; the rows are stored.")
        : refused == 0
            ? Note.of(Role.SUCCESS, Icon.CHECK, "Every row was taken.")
            : Note.of(
                Role.ATTENTION, Icon.EXCEPTIONS,
                (refused == 1 ? "1 row was" : Units.grouped(refused) + " rows were")
                    + " not taken; all others were. Mend them and send the file again.");
    return new ImportView(
        title, visit.watch().when(at), finished, done, total, note, figures,
        rows.isEmpty() ? null : new Grid("Rows that were not taken", REFUSED, rows),
        refused > shown.size() ? "Only the first " + shown.size() + " are shown; the file has all of them." : "",
        refused == 0 ? null : href + "/answers.csv", href + "/live");
  }
}
