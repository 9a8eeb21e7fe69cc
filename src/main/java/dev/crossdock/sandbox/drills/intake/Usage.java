package dev.crossdock.sandbox.drills.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time taken so far, by whom.
 *
 * @param product the JVM of the installation
 * @param database each process of PostgreSQL that lived when it was asked
 * @param load the generator of the load: this process
 */
record Usage(Duration product, Map<Long, Duration> database, Duration load) {

  Usage {
    database = Map.copyOf(database);
  }

  static Usage of(long product, List<Long> database) {
    Map<Long, Duration> times = new HashMap<>();
    database.forEach(pid -> times.put(pid, time(pid)));
    return new Usage(time(product), times, time(ProcessHandle.current().pid()));
  }

  private static Duration time(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  /** Of the JVM since then, milliseconds. */
  double productSince(Usage before) {
    return millis(product.minus(before.product));
  }

  /** Of PostgreSQL since then, milliseconds; processes that began and ended meanwhile are not seen. */
  double databaseSince(Usage before) {
    return database.entrySet().stream()
        .mapToDouble(each -> millis(each.getValue().minus(before.database.getOrDefault(each.getKey(), Duration.ZERO))))
        .sum();
  }

  /** Of the load generator since then, milliseconds. */
  double loadSince(Usage before) {
    return millis(load.minus(before.load));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
