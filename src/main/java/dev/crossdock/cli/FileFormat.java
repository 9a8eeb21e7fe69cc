package dev.crossdock.cli;

import dev.crossdock.platform.csv.FileText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How rows stand in a file. */
enum FileFormat {
  CSV,
  /** One JSON object a line. */
  NDJSON;

  static Optional<FileFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
  }

  /** What the name says; empty when it says nothing. */
  static Optional<FileFormat> byName(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return Optional.of(NDJSON);
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? Optional.of(CSV) : Optional.empty();
  }

  /** What the first character that is no space says: an object begins with a brace, and no heading does. */
  static FileFormat byContent(Path file) throws IOException {
    try (BufferedReader reader = FileText.open(() -> Files.newInputStream(file))) {
      int character = reader.read();
      while (character >= 0 && Character.isWhitespace(character)) {
        character = reader.read();
      }
      return character == '{' ? NDJSON : CSV;
    }
  }
}
