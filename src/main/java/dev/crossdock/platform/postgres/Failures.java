package dev.crossdock.platform.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts what went wrong into words for the operator. */
final class Failures {

  private static final int LOG_LINES_MAX = 6;

  private Failures() {}

  /** A file system's refusal in words: Java's own message is often only the file's name. */
  static String words(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileSystemException refused when refused.getReason() != null ->
          refused.getFile() + ": " + refused.getReason();
      case FileSystemException refused -> refused.getClass().getSimpleName() + ": " + refused.getFile();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  /** The last lines PostgreSQL wrote at this start, from its start log, else from its newest log file. */
  static String lastWords(DataLayout layout) {
    List<String> lines = lines(layout.startLog()).filter(line -> !line.contains("logging collector")
        && !line.contains("Future log output")).toList();
    if (lines.isEmpty()) {
      lines = newestLog(layout).stream().flatMap(Failures::lines).toList();
    }
    return tail(lines);
  }

  /** The last lines a command wrote, as one. */
  static String tail(String output) {
    return tail(output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }

  private static String tail(List<String> lines) {
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES_MAX), lines.size()));
  }

  private static List<Path> newestLog(DataLayout layout) {
    try (Stream<Path> logs = Files.list(layout.serverLogs())) {
      return logs.max(Comparator.comparingLong(log -> log.toFile().lastModified())).stream().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Stream<String> lines(Path log) {
    try {
      return Files.readAllLines(log).stream().map(String::strip).filter(line -> !line.isEmpty());
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
