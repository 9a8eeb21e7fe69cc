package dev.crossdock.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings CSV and NDJSON files in and takes them out, through the REST API of a running installation. A row that is
 * refused is told with its line number and the rule; the other rows of the file are stored all the same.
 */
public final class Exchange {

  private static final String POLICY = "policy";

  private final ApiClient api;
  private final PrintStream out;

  private Exchange(ApiClient api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /**
   * Runs {@code import} or {@code export}; the exit code.
   *
   * @param arguments kind, file, then {@code --format}, {@code --url} and {@code --key}
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
    if (asked.kind().equals(POLICY)) {
      return PolicyFile.bring(api, asked.file(), out);
    }
    Optional<ImportKind> kind = ImportKind.of(asked.kind());
    if (kind.isEmpty()) {
      out.println("There is no import of " + asked.kind() + ", only of " + ImportKind.words() + ", policy.");
      return 2;
    }
    if (kind.get() == ImportKind.STOCK) {
      return StockFile.send(api, asked.file(), out);
    }
    FileFormat format = asked.format().isPresent() ? asked.format().get() : FileFormat.byContent(asked.file());
    Sending sending = new Sending(api, kind.get(), out);
    try {
      ImportFile.read(asked.file(), format, kind.get(), sending::take);
      sending.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.println(sending.stored() + " of " + sending.rows() + " rows stored.");
    return sending.stored() == sending.rows() ? 0 : 1;
  }

  private int take(ExchangeRequest asked) throws IOException {
    if (asked.kind().equals(POLICY)) {
      return PolicyFile.take(api, asked.file(), out);
    }
    if (!asked.kind().equals("orders")) {
      out.println("Only orders and policy can be exported, not " + asked.kind() + ".");
      return 2;
    }
    int rows = 0;
    try (OrderFile file = OrderFile.create(asked.file(), asked.format().orElse(FileFormat.CSV))) {
      String after = "";
      do {
        ApiClient.Answer page = api.send("GET", "/api/v1/orders?limit=100" + after, null);
        if (!page.ok()) {
          out.println(page.complaint());
          return 1;
        }
        for (Object item : page.list("items")) {
          file.write(item);
          rows++;
        }
        after = page.text("next").map(next -> "&after=" + ApiClient.encoded(next)).orElse("");
      } while (!after.isEmpty());
    }
    out.println(rows + " orders written to " + asked.file() + ".");
    return 0;
  }

  /** What is asked: the kind, the file, and where the installation answers. */
  record ExchangeRequest(String kind, Path file, Optional<FileFormat> format, String url, String key) {

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
      if (words.size() != 2 || key.isEmpty() || !List.of("--url", "--key", "--format").containsAll(options.keySet())) {
        out.println(
            "crossdock import|export KIND FILE [--format csv|ndjson] [--url http://localhost:8080] --key KEY"
                + " (or CROSSDOCK_API_KEY)");
        return Optional.empty();
      }
      String word = options.getOrDefault("--format", "");
      if (!word.isEmpty() && FileFormat.of(word).isEmpty()) {
        out.println("A format is csv or ndjson, not " + word + ".");
        return Optional.empty();
      }
      String url = options.getOrDefault("--url", "http://localhost:8080");
      Path file = Path.of(words.get(1));
      Optional<FileFormat> format = FileFormat.of(word).or(() -> FileFormat.byName(file));
      return Optional.of(new ExchangeRequest(words.get(0), file, format, url, key));
    }
  }
}
