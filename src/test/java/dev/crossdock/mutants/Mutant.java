package dev.crossdock.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One place of our code, made wrong.
 *
 * @param name what is wrong
 * @param file the source, from the project's folder
 * @param test the class and, after a {@code #}, the method that must find it
 * @param text the lines as they are
 * @param replacement the lines as the mutant has them
 */
record Mutant(String name, Path file, String test, String text, String replacement) {

  private static final String LIST = "/mutants/list.txt";

  /** All of them, as they stand in the list. */
  static List<Mutant> all() {
    try (InputStream list = Mutant.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("there is no " + LIST);
      }
      return read(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Mutant> read(String list) {
    List<Mutant> mutants = new ArrayList<>();
    for (String block : list.split("\n\n")) {
      List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        mutants.add(
            new Mutant(
                only(lines, "= "), Path.of(only(lines, "file ")), only(lines, "test "), joined(lines, '-'),
                joined(lines, '+')));
      }
    }
    return mutants;
  }

  String testClass() {
    return test.substring(0, test.indexOf('#'));
  }

  String testMethod() {
    return test.substring(test.indexOf('#') + 1);
  }

  /** How often the text stands in the source. */
  int occurrences() {
    String source = source();
    int count = 0;
    for (int at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) {
      count++;
    }
    return count;
  }

  /** The whole source, made wrong. */
  String mutated() {
    return source().replace(text, replacement);
  }

  /** The source as it is; empty where there is none. */
  private String source() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String only(List<String> lines, String start) {
    List<String> found = lines.stream().filter(line -> line.startsWith(start)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException("'" + start + "' must stand once in " + lines);
    }
    return found.getFirst().substring(start.length());
  }

  /** The mark and a blank stand before each line. */
  private static String joined(List<String> lines, char mark) {
    return lines.stream()
        .filter(line -> line.charAt(0) == mark)
        .map(line -> line.length() < 2 ? "" : line.substring(2))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
