package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times, words and notes as Amazon writes them. */
final class AmazonTexts {

  private static final int WORD_CHARS_MAX = 200;
  private static final int TAG_CHARS_MAX = 150;
  private static final int PROGRAM_CHARS_MAX = 75;
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final int TIME_CHARS_MAX = 40;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private AmazonTexts() {}

  /** A time with its offset. Amazon's static sandbox answers with orders of January 1970, which must be readable. */
  static Instant instant(JsonCursor cursor) {
    String text = cursor.text(TIME_CHARS_MAX);
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
        throw cursor.refused(Rule.OUT_OF_RANGE, "The time here lies outside 1970 to 2200.");
      }
      return instant;
    } catch (DateTimeException _) {
      throw cursor.refused(Rule.WRONG_TYPE, "Expected a time with its offset here.");
    }
  }

  static @Nullable Instant instantOrNull(JsonCursor cursor) {
    return cursor.present() ? instant(cursor) : null;
  }

  /** A word of a closed list, such as a status; one that is not on the list may mean anything and is refused. */
  static String oneOf(JsonCursor cursor, Set<String> known) {
    String word = cursor.text(WORD_CHARS_MAX);
    if (!known.contains(word)) {
      throw cursor.refused(Rule.OUT_OF_RANGE, "The word here is none that Amazon's models know.");
    }
    return word;
  }

  static String word(JsonCursor cursor) {
    String word = cursor.textOrNull(WORD_CHARS_MAX);
    return word == null ? "" : word;
  }

  /** True where Amazon sends a flag as such or as the text {@code "true"}. */
  static boolean flag(JsonCursor cursor) {
    return cursor.isText() ? word(cursor).equalsIgnoreCase("true") : cursor.flag();
  }

  /** A programme as a tag: {@code IN_STORE_PICK_UP} and {@code InStorePickUp} become {@code in-store-pick-up}. */
  static String tag(JsonCursor program) {
    String name = program.noteOrNull(PROGRAM_CHARS_MAX);
    return name == null ? "" : CAMEL.matcher(name).replaceAll("-").replaceAll("[_ ]", "-").toLowerCase(Locale.ROOT);
  }

  /** Adds {@code word:value} where there is a value; one too long for a tag is cut. */
  static void addTag(Set<String> tags, String word, JsonCursor value) {
    String text = value.noteOrNull(TAG_CHARS_MAX);
    if (text != null) {
      tags.add(word + ":" + text);
    }
  }

  /** The parts of a note that are there, one a line; null when there is none. */
  static @Nullable String note(List<@Nullable String> parts) {
    List<String> lines = new ArrayList<>();
    for (String part : parts) {
      if (part != null && !lines.contains(part)) {
        lines.add(part);
      }
    }
    return lines.isEmpty() ? null : String.join("\n", lines);
  }

  /** A labelled line of a note; null when the place is empty. */
  static @Nullable String labelled(String label, JsonCursor cursor) {
    String text = cursor.noteOrNull(1_000);
    return text == null ? null : label + ": " + text;
  }
}
