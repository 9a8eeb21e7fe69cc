package dev.crossdock.sandbox.drills;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios of routing: those that come with the house, and a folder of an operator's own. */
final class Scenarios {

  private static final String FOLDER = "/drills/routing/";
  private static final String LIST = FOLDER + "scenarios.txt";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Scenarios() {}

  /** All of them, in the order of the list, then of the folder's file names. */
  static List<Scenario> all(@Nullable Path folder) {
    List<Scenario> all = new ArrayList<>();
    try {
      for (String file : text(LIST).lines().filter(line -> !line.isBlank()).toList()) {
        all.add(Scenario.of(read(text(FOLDER + file), file), file));
      }
      if (folder != null) {
        all.addAll(own(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("scenarios can't be read", e);
    }
    return all;
  }

  private static List<Scenario> own(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Scenario> own = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        own.add(Scenario.of(read(Files.readString(file), file.toString()), file.toString()));
      }
      return own;
    }
  }

  private static JsonNode read(String text, String source) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(source + " is not JSON: " + e.getOriginalMessage());
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = Scenarios.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
