package dev.crossdock.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings CSV files in and takes them out, through the REST API of a running installation. A row that is refused is told
 * with its line number and the rule; the other rows of the file are stored all the same.
 */
public final class Exchange {

  private static final int CHUNK = 200;

  private final ApiClient api;
  private final PrintStream out;

  private Exchange(ApiClient api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /**
   * Runs {@code import} or {@code export}; the exit code.
   *
   * @param arguments kind, file, then {@code --url} and {@code --key}
   */
  public static int run(String direction, List<String> arguments, PrintStream out) {
    Optional<ExchangeRequest> request = ExchangeRequest.parse(arguments, System.getenv(), out);
    if (request.isEmpty()) {
      return 2;
    }
    ExchangeRequest asked = request.get();
    Exchange exchange = new Exchange(new ApiClient(URI.create(asked.url()), asked.key()), out);
    try {
      return direction.equals("import") ? exchange.bring(asked) : exchange.take(asked);
    } catch (IOException e) {
      out.println(asked.file() + " or " + asked.url() + " could not be used: " + e.getMessage());
      return 1;
    }
  }

  private int bring(ExchangeRequest asked) throws IOException {
    Optional<CsvKind> kind = CsvKind.of(asked.kind());
    if (kind.isEmpty()) {
      out.println("Only products, listings and stock can be imported, not " + asked.kind() + ".");
      return 2;
    }
    int refused = 0;
    int rows = 0;
    List<NamedCsvRecord> chunk = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(asked.file())) {
      for (NamedCsvRecord row : reader) {
        rows++;
        chunk.add(row);
        if (chunk.size() == CHUNK) {
          refused += send(kind.get(), chunk);
          chunk.clear();
        }
      }
      refused += send(kind.get(), chunk);
    } catch (CsvParseException e) {
      out.println(asked.file() + " is no CSV that can be read: " + e.getMessage());
      return 1;
    }
    out.println(rows - refused + " of " + rows + " rows stored.");
    return refused == 0 ? 0 : 1;
  }

  /** Sends rows together; when some are refused, row by row, so that each is told by its own line. */
  private int send(CsvKind kind, List<NamedCsvRecord> rows) throws IOException {
    List<Map<String, Object>> items = new ArrayList<>();
    int refused = 0;
    List<NamedCsvRecord> readable = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      try {
        items.add(kind.item(row));
        readable.add(row);
      } catch (IllegalArgumentException e) {
        out.println("line " + row.getStartingLineNumber() + ": " + e.getMessage());
        refused++;
      }
    }
    if (items.isEmpty()) {
      return refused;
    }
    ApiClient.Answer together = api.send(kind.method(), kind.path(), items);
    if (together.ok()) {
      return refused;
    }
    if (items.size() == 1) {
      out.println("line " + readable.getFirst().getStartingLineNumber() + ": " + together.complaint());
      return refused + 1;
    }
    for (NamedCsvRecord row : readable) {
      refused += send(kind, List.of(row));
    }
    return refused;
  }

  private int take(ExchangeRequest asked) throws IOException {
    if (!asked.kind().equals("orders")) {
      out.println("Only orders can be exported, not " + asked.kind() + ".");
      return 2;
    }
    int rows = 0;
    try (CsvWriter writer = CsvWriter.builder().build(Files.newBufferedWriter(asked.file(), StandardCharsets.UTF_8))) {
      writer.writeRecord(OrderColumns.NAMES);
      String after = "";
      do {
        ApiClient.Answer page = api.send("GET", "/api/v1/orders?limit=200" + after, null);
        if (!page.ok()) {
          out.println(page.complaint());
          return 1;
        }
        for (Object item : page.list("items")) {
          writer.writeRecord(OrderColumns.of(item));
          rows++;
        }
        after = page.text("next").map(next -> "&after=" + ApiClient.encoded(next)).orElse("");
      } while (!after.isEmpty());
    }
    out.println(rows + " orders written to " + asked.file() + ".");
    return 0;
  }

  /** What is asked: the kind, the file, and where the installation answers. */
  record ExchangeRequest(String kind, Path file, String url, String key) {

    static Optional<ExchangeRequest> parse(List<String> arguments, Map<String, String> environment, PrintStream out) {
      Map<String, String> options = new HashMap<>();
      List<String> words = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i).startsWith("--") && i + 1 < arguments.size()) {
          options.put(arguments.get(i), arguments.get(++i));
        } else {
          words.add(arguments.get(i));
        }
      }
      String key = options.getOrDefault("--key", environment.getOrDefault("CROSSDOCK_API_KEY", ""));
      if (words.size() != 2 || key.isEmpty() || !List.of("--url", "--key").containsAll(options.keySet())) {
        out.println("crossdock import|export KIND FILE [--url http://localhost:8080] --key KEY (or CROSSDOCK_API_KEY)");
        return Optional.empty();
      }
      String url = options.getOrDefault("--url", "http://localhost:8080");
      return Optional.of(new ExchangeRequest(words.get(0), Path.of(words.get(1)), url, key));
    }
  }
}
