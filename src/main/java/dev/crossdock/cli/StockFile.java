package dev.crossdock.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends a file of counts as it is, in one go, and waits until the installation has applied it. */
final class StockFile {

  private static final String IMPORTS = "/api/v1/stock/imports";
  private static final long PAUSE_MS = 200;

  private StockFile() {}

  /** The exit code: 0 when every row was taken. */
  static int send(ApiClient api, Path file, PrintStream out) throws IOException {
    ApiClient.Answer answer = api.sendFile(IMPORTS, Files.readAllBytes(file));
    Optional<String> id = answer.text("id");
    if (!answer.ok() || id.isEmpty()) {
      out.println(answer.complaint());
      return 1;
    }
    String path = IMPORTS + "/" + id.get();
    while (!answer.text("finished").equals(Optional.of("true"))) {
      pause();
      answer = api.send("GET", path, null);
      if (!answer.ok()) {
        out.println(answer.complaint());
        return 1;
      }
    }
    long refused = answer.number("refused");
    long rows = answer.number("rows");
    if (refused > 0) {
      errors(api, path, out);
    }
    out.println(rows - refused + " of " + rows + " rows stored.");
    return refused == 0 ? 0 : 1;
  }

  /** The refused rows, each as {@code line 7: onHand: what is wrong}. */
  private static void errors(ApiClient api, String path, PrintStream out) throws IOException {
    List<String> rows = api.send("GET", path + "/errors", null).body().toString().lines().skip(1).toList();
    for (String row : rows) {
      String[] cells = row.split(",", 4);
      String field = cells[1].replace("\"", "");
      out.println(
          "line " + cells[0] + ": " + (field.isEmpty() ? "" : field + ": ") + cells[3].replace("\"", ""));
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
