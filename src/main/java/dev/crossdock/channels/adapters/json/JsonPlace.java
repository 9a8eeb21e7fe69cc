package dev.crossdock.channels.adapters.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What every place in a document can say about itself: where it is, whether anything is there, texts and counts. */
abstract sealed class JsonPlace permits JsonCursor {

  public static final int ID_CHARS_MAX = 200;
  public static final int UNITS_MAX = 1_000_000;

  final Pointer pointer;
  final @Nullable JsonValue value;

  JsonPlace(Pointer pointer, @Nullable JsonValue value) {
    this.pointer = pointer;
    this.value = value;
  }

  /** This place as an RFC 6901 pointer. */
  public String path() {
    return pointer.text();
  }

  /** The complaint of an adapter's own rule about this place; the sentence must hold no value of the message. */
  public Unreadable refused(Rule rule, String sentence) {
    return new Unreadable(path(), rule, sentence);
  }

  /** Whether something other than null or an empty text stands here. */
  public boolean present() {
    return switch (value) {
      case null -> false;
      case JsonValue.Nothing _ -> false;
      case JsonValue.Text text -> !text.value().isBlank();
      case JsonValue.Fields _, JsonValue.Items _, JsonValue.Digits _, JsonValue.Flag _ -> true;
    };
  }

  /** Whether the field is there at all, even as null: some channels tell kinds apart by that. */
  public boolean given() {
    return value != null;
  }

  public boolean isObject() {
    return value instanceof JsonValue.Fields;
  }

  public boolean isList() {
    return value instanceof JsonValue.Items;
  }

  public boolean isText() {
    return value instanceof JsonValue.Text;
  }

  /**
   * Text of at most so many characters; a number is taken as the text of its digits. Characters no database text can
   * hold (NUL, half a surrogate pair) are replaced by U+FFFD.
   */
  public String text(int charsMax) {
    String text = textOrNull(charsMax);
    if (text == null) {
      throw missing();
    }
    return text;
  }

  /** As {@link #text}, or null when there is none. */
  public @Nullable String textOrNull(int charsMax) {
    String text = stringOrNull();
    if (text == null) {
      return null;
    }
    if (text.length() > charsMax) {
      throw refused(Rule.TOO_LONG, "The text here is longer than " + charsMax + " characters.");
    }
    return Texts.storable(text);
  }

  /** Free text of any length, cut; a number is taken as text. What is no text at all counts as none. */
  public @Nullable String noteOrNull(int charsMax) {
    if (value instanceof JsonValue.Digits(String digits)) {
      return digits;
    }
    String text = value instanceof JsonValue.Text(String raw) && !raw.isBlank() ? raw.strip() : null;
    return text == null ? null : Texts.storable(text.substring(0, Math.min(text.length(), charsMax)));
  }

  /** An id, as text whatever its type: text or a whole number of any size, never through a float. */
  public String id() {
    String id = idOrNull();
    if (id == null) {
      throw missing();
    }
    return id;
  }

  /** As {@link #id}, or null when there is none. */
  public @Nullable String idOrNull() {
    if (value instanceof JsonValue.Digits(String digits)) {
      if (!digits.chars().allMatch(Character::isDigit)) {
        throw wrongType("an id in whole digits");
      }
      return digits;
    }
    return textOrNull(ID_CHARS_MAX);
  }

  /** True or false; false when absent. */
  public boolean flag() {
    return switch (value) {
      case null -> false;
      case JsonValue.Nothing _ -> false;
      case JsonValue.Flag flag -> flag.value();
      case JsonValue.Fields _, JsonValue.Items _, JsonValue.Text _, JsonValue.Digits _ ->
          throw wrongType("true or false");
    };
  }

  /** A whole number of units sent as a JSON number, from the least to {@link #UNITS_MAX}. */
  public int units(int least) {
    if (!(value instanceof JsonValue.Digits(String digits))) {
      throw present() ? wrongType("a whole number") : missing();
    }
    return whole(digits, least);
  }

  /** As {@link #units}, for channels that also send numbers as text. */
  public int unitsAlsoAsText(int least) {
    if (value instanceof JsonValue.Text(String text) && Numbers.isNumber(text)) {
      return whole(text, least);
    }
    return units(least);
  }

  private int whole(String digits, int least) {
    BigDecimal number = Numbers.decimal(digits);
    if (number == null
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(UNITS_MAX)) > 0) {
      throw refused(Rule.OUT_OF_RANGE, "The number here must lie between " + least + " and " + UNITS_MAX + ".");
    }
    if (number.stripTrailingZeros().scale() > 0) {
      throw refused(Rule.WRONG_TYPE, "Expected a whole number here, found a fraction.");
    }
    return number.intValueExact();
  }

  private @Nullable String stringOrNull() {
    return switch (value) {
      case null -> null;
      case JsonValue.Nothing _ -> null;
      case JsonValue.Text text -> text.value().isBlank() ? null : text.value().strip();
      case JsonValue.Digits(String digits) -> digits;
      case JsonValue.Fields _, JsonValue.Items _, JsonValue.Flag _ -> throw wrongType("text");
    };
  }

  final Unreadable missing() {
    return refused(Rule.MISSING, "A value is required here.");
  }

  final Unreadable wrongType(String wanted) {
    String found = value == null ? "nothing" : JsonValue.describe(value);
    return refused(Rule.WRONG_TYPE, "Expected " + wanted + " here, found " + found + ".");
  }
}
