package dev.crossdock.api.v1.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Body;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Commands.Reply;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.imports.RowError;
import dev.crossdock.inventory.imports.StockImport;
import dev.crossdock.inventory.imports.StockImports;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes files of counts in, and tells how far they are. */
@RestController
class StockImportsEndpoint {

  private static final int ERRORS_AT_ONCE = 10_000;
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Commands commands;
  private final StockImports imports;

  StockImportsEndpoint(Commands commands, StockImports imports) {
    this.commands = commands;
    this.imports = imports;
  }

  @PostMapping("/api/v1/stock/imports")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<ImportView> begin(ApiCall call, HttpServletRequest request) {
    byte[] file = Body.of(request).bytes();
    return commands.reply(
        call,
        ImportView.class,
        tx -> new Reply<>(HttpStatus.ACCEPTED, ImportView.of(imports.begin(tx, file))));
  }

  @GetMapping("/api/v1/stock/imports")
  @RequiresScope(Scope.STOCK_READ)
  Page<ImportView> list(ApiCall call, PageRequest page) {
    List<StockImport> found = commands.read(call, tx -> imports.list(tx, page.limit()));
    return new Page<>(found.stream().map(ImportView::of).toList(), null);
  }

  @GetMapping("/api/v1/stock/imports/{id}")
  @RequiresScope(Scope.STOCK_READ)
  ImportView get(ApiCall call, @PathVariable UUID id) {
    return ImportView.of(commands.read(call, tx -> imports.find(tx, id)).orElseThrow(StockImportsEndpoint::missing));
  }

  /** The refused rows as a file. */
  @GetMapping("/api/v1/stock/imports/{id}/errors")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<String> errors(ApiCall call, @PathVariable UUID id) {
    StringWriter file = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("line", "field", "rule", "sentence");
      int after = -1;
      while (after < Integer.MAX_VALUE) {
        after = write(csv, part(call, id, after));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok().contentType(CSV).body(file.toString());
  }

  private List<RowError> part(ApiCall call, UUID id, int after) {
    return commands.read(
        call,
        tx -> {
          if (imports.find(tx, id).isEmpty()) {
            throw missing();
          }
          return imports.errors(tx, id, after, ERRORS_AT_ONCE);
        });
  }

  /** The last line written, or the largest number after the last part. */
  private static int write(CsvWriter csv, List<RowError> errors) {
    errors.forEach(e -> csv.writeRecord(String.valueOf(e.line()), e.field(), e.rule(), e.sentence()));
    return errors.size() < ERRORS_AT_ONCE ? Integer.MAX_VALUE : errors.getLast().line();
  }

  private static RuntimeException missing() {
    return Refusal.notFound("There is no such import.");
  }
}
