package dev.crossdock.sandbox.drills.kit;

import dev.crossdock.sandbox.Product;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * What the product measured of itself until now, as {@code GET /metrics} tells it: a line each, in the text format of
 * Prometheus.
 */
public record Meters(String text) {

  private static final String COMPILING = "jvm_compilation_time_ms_total";

  public static Meters of(Product product) {
    return new Meters(new String(product.get("/metrics").orFail("the metrics").body(), StandardCharsets.UTF_8));
  }

  /** The sum over all lines of that name with these words among their labels; 0 where there is none. */
  public double total(String name, String labels) {
    return values(name, labels).sum();
  }

  /** How long the JVM has been compiling, in milliseconds. */
  public double compilingMillis() {
    return values(COMPILING, "")
        .reduce(Double::sum)
        .orElseThrow(() -> new IllegalStateException("the metrics do not tell " + COMPILING));
  }

  private DoubleStream values(String name, String labels) {
    return Pattern.compile("^" + name + "\\{[^}]*" + Pattern.quote(labels) + "[^}]*} (\\S+)$", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .mapToDouble(line -> Double.parseDouble(line.group(1)));
  }
}
