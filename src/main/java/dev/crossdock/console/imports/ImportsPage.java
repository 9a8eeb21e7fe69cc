package dev.crossdock.console.imports;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.inventory.imports.FileImport;
import dev.crossdock.inventory.imports.FileImports;
import dev.crossdock.inventory.imports.FileKind;
import dev.crossdock.inventory.imports.StockImport;
import dev.crossdock.inventory.imports.StockImports;
import dev.crossdock.platform.db.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files in. A browser with scripts sends a file as it is; without, rows are pasted. */
@RestController
class ImportsPage {

  private static final int BYTES_MAX = 32 << 20;
  private static final int LISTED = 15;

  private final Pages pages;
  private final Door door;
  private final Commands commands;
  private final StockImports stock;
  private final FileImports files;

  ImportsPage(Pages pages, Door door, Commands commands, StockImports stock, FileImports files) {
    this.pages = pages;
    this.door = door;
    this.commands = commands;
    this.stock = stock;
    this.files = files;
  }

  @GetMapping("/console/stock/imports")
  ResponseEntity<String> page(Visit visit, @RequestParam(defaultValue = "") String kind) {
    return show(visit, FileKind.of(kind).orElse(FileKind.STOCK), commands.key(), "", null, new Mistakes());
  }

  /** Rows that were pasted: looked at first, and then taken in. */
  @PostMapping("/console/stock/imports")
  ResponseEntity<String> pasted(
      Visit visit,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(name = "do", defaultValue = "") String what,
      @RequestParam(defaultValue = "") String text) {
    FileKind known = FileKind.of(kind).orElse(FileKind.STOCK);
    if (text.isBlank()) {
      return show(
          visit, known, key, text, null,
          new Mistakes().add("text", "Choose a file, or paste its rows with their heading."));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return what.equals("import")
        ? taken(visit, request, known, key, "pasted rows", bytes)
        : show(visit, known, key, text, ImportsMaker.preview(known, bytes), new Mistakes());
  }

  /** What would be read of a file. */
  @PostMapping("/console/stock/imports/preview")
  ResponseEntity<String> preview(Visit visit, HttpServletRequest request, @RequestParam(defaultValue = "") String kind)
      throws IOException {
    FileKind known = FileKind.of(kind).orElse(FileKind.STOCK);
    byte[] bytes = bytes(request);
    return pages.part(
        HttpStatus.OK, "imports/preview.jte",
        Map.of("preview", bytes.length > BYTES_MAX ? ImportsMaker.tooLarge() : ImportsMaker.preview(known, bytes)));
  }

  /** Takes a file in; the body is the file. */
  @PostMapping("/console/stock/imports/file")
  ResponseEntity<String> file(
      Visit visit,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String name)
      throws IOException {
    byte[] bytes = bytes(request);
    return bytes.length > BYTES_MAX
        ? Commands.told(request, Flash.refused("Nothing was taken in: the file is larger than 32 MB."),
            StockNav.IMPORTS.href())
        : taken(visit, request, FileKind.of(kind).orElse(FileKind.STOCK), key, name.replace("\0", ""), bytes);
  }

  private ResponseEntity<String> taken(
      Visit visit, HttpServletRequest request, FileKind kind, String key, String name, byte[] bytes) {
    AtomicReference<String> next = new AtomicReference<>(StockNav.IMPORTS.href());
    List<String> input = List.of(kind.word(), ImportsMaker.fingerprint(bytes));
    Flash flash = commands.run(visit, new Commands.Form(key, "import", input), tx -> {
      if (kind == FileKind.STOCK) {
        StockImport begun = stock.begin(tx, bytes);
        next.set(StockNav.IMPORTS.href() + "/" + begun.id());
        return Flash.done("File stored: it is being applied");
      }
      FileImports.Taken taken = files.take(tx, kind, name, bytes);
      next.set(StockNav.IMPORTS.href() + "/" + taken.file().id());
      return taken.repeated()
          ? Flash.done("This file had been taken in before: nothing was done again")
          : Flash.done(taken.file().taken() + " of " + taken.file().total() + " rows taken in");
    });
    return Commands.told(request, flash, next.get());
  }

  private ResponseEntity<String> show(
      Visit visit, FileKind kind, String key, String text, ImportsView.@Nullable Preview preview,
      Mistakes mistakes) {
    ImportsView view = door.read(visit.merchant(), tx -> {
      List<StockImport> counts = stock.list(tx, LISTED);
      List<FileImport> others = files.list(tx, LISTED);
      return ImportsMaker.view(visit, key, kind, text, preview, ImportsMaker.files(visit, counts, others), mistakes);
    });
    boolean wrong = !mistakes.none();
    return pages.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit, Nav.STOCK,
        wrong ? "Error: Import files" : "Import files", "imports/page.jte", view);
  }

  /** The body, read no further than one byte beyond what is taken. */
  private static byte[] bytes(HttpServletRequest request) throws IOException {
    return request.getInputStream().readNBytes(BYTES_MAX + 1);
  }
}
