package dev.crossdock.architecture;

import dev.crossdock.architecture.Budgets.Excess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for every line of text in the project. The words are put together so as not to find themselves. */
final class TextRules {

  static final int LINE_MAX = 120;

  private static final Pattern MARKER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern AUTHOR = Pattern.compile("@" + "author\\b");
  private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.])/(wo" + "rk|ro" + "ot)/");
  /** Not ours to judge, or (recordings) as a channel sends it. */
  private static final Set<String> SKIPPED =
      Set.of("target", "data", ".git", ".idea", ".vscode", "LICENSE", "recordings");
  private static final Set<String> BINARY = Set.of("png", "jpg", "ico", "woff2", "jar", "gz", "zip", "aot");

  private TextRules() {}

  /** Every text file of the project. */
  static List<Path> files(Path project) {
    try (Stream<Path> walk = Files.walk(project)) {
      return walk.filter(Files::isRegularFile).filter(file -> isText(project.relativize(file))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> findings(String path, String text) {
    List<String> found = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String here = path + ":" + number + " ";
      if (MARKER.matcher(line).find()) {
        found.add(here + "leaves work behind: do it or open an issue");
      }
      if (AUTHOR.matcher(line).find()) {
        found.add(here + "names an author: the history does");
      }
      if (MACHINE_PATH.matcher(line).find()) {
        found.add(here + "names a folder of one machine: use a path of the project");
      }
      if (line.indexOf('\t') >= 0) {
        found.add(here + "has a tab: indent with spaces");
      }
      if (line.endsWith(" ") || line.endsWith("\t")) {
        found.add(here + "ends in a space");
      }
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      found.add(path + " does not end its last line");
    }
    return found;
  }

  /** Lines of Java and SQL that are wider than the limit. */
  static Excess wideLines(String path, String text) {
    boolean counts = path.endsWith(".java") || path.endsWith(".sql");
    long wide = text.lines().filter(line -> line.codePointCount(0, line.length()) > LINE_MAX).count();
    return new Excess("wide-lines", path, counts ? Math.toIntExact(wide) : 0, 0);
  }

  private static boolean isText(Path path) {
    for (Path part : path) {
      if (SKIPPED.contains(part.toString())) {
        return false;
      }
    }
    String name = path.getFileName().toString();
    return !BINARY.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
