package dev.crossdock.api.v1.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Body;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.imports.FileImport;
import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.FileKind;
import dev.crossdock.inventory.imports.RowAnswer;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files of rows in: a row that is refused spoils no other, and the same file twice does nothing twice. */
@RestController
class FilesEndpoint {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Commands commands;
  private final FileImports files;

  FilesEndpoint(Commands commands, FileImports files) {
    this.commands = commands;
    this.files = files;
  }

  /** Takes a file of this kind in: {@code adjustments}, {@code purchase-orders}, {@code receipts} and others. */
  @PostMapping("/api/v1/imports/{kind}")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<FileView> take(
      ApiCall call,
      HttpServletRequest request,
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String name) {
    FileKind known = FileKind.of(kind).filter(each -> each != FileKind.STOCK)
        .orElseThrow(() -> Refusal.notFound("There are no imports of this kind."));
    byte[] file = Body.of(request).bytes();
    String told = name.replace("\0", "");
    return commands.write(call, FileView.class, tx -> {
      FileImports.Taken taken = files.take(tx, known, told, file);
      return FileView.of(taken.file(), taken.repeated());
    });
  }

  @GetMapping("/api/v1/imports")
  @RequiresScope(Scope.STOCK_READ)
  Page<FileView> list(ApiCall call, PageRequest page) {
    List<FileImport> found = commands.read(call, tx -> files.list(tx, page.limit()));
    return new Page<>(found.stream().map(file -> FileView.of(file, false)).toList(), null);
  }

  @GetMapping("/api/v1/imports/{id}")
  @RequiresScope(Scope.STOCK_READ)
  FileView get(ApiCall call, @PathVariable UUID id) {
    return FileView.of(commands.read(call, tx -> files.find(tx, id)).orElseThrow(FilesEndpoint::missing), false);
  }

  /** What became of each row, as a file. */
  @GetMapping("/api/v1/imports/{id}/answers")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<String> answers(ApiCall call, @PathVariable UUID id) {
    List<RowAnswer> answers = commands.read(call, tx -> {
      if (files.find(tx, id).isEmpty()) {
        throw missing();
      }
      return files.answers(tx, id);
    });
    StringWriter file = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("line", "taken", "document", "field", "rule", "sentence");
      answers.forEach(row -> csv.writeRecord(
          String.valueOf(row.line()), String.valueOf(row.taken()), row.document(), row.field(), row.rule(),
          row.sentence()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok().contentType(CSV).body(file.toString());
  }

  private static RuntimeException missing() {
    return Refusal.notFound("There is no such import.");
  }
}
