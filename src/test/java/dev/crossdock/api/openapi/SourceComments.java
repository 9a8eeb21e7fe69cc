package dev.crossdock.api.openapi;

import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the sources say about a record and its components, so that it is said once. */
final class SourceComments {

  private static final Pattern TAG = Pattern.compile("@param (\\S+) ([^@]*)");
  private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link) (?:[^}#]*#)?([^}]*)}");

  private SourceComments() {}

  /** A record's comment: what it is, and what its components mean. */
  record Comment(String text, Map<String, String> components) {}

  static Comment of(Class<?> type) {
    Pattern place = Pattern.compile(
        "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[A-Z]\\w*(?:\\([^)]*\\))?\\s*)*(?:public )?record "
            + type.getSimpleName() + "\\b");
    Matcher found = place.matcher(source(type));
    return found.find() ? comment(found.group(1)) : new Comment("", Map.of());
  }

  private static Comment comment(String raw) {
    String text = raw.replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\s+", " ").strip();
    String plain = INLINE.matcher(text).replaceAll("$1");
    Map<String, String> components = new TreeMap<>();
    Matcher tag = TAG.matcher(plain);
    while (tag.find()) {
      components.put(tag.group(1), tag.group(2).strip());
    }
    int first = plain.indexOf("@param");
    return new Comment(first < 0 ? plain : plain.substring(0, first).strip(), components);
  }

  private static String source(Class<?> type) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    Path file = Shared.project().resolve("src/main/java").resolve(outer.getName().replace('.', '/') + ".java");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
