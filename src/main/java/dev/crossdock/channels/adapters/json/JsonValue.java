package dev.crossdock.channels.adapters.json;

import java.util.List;
import java.util.Map;

/** A parsed document. Numbers stay in the digits they came in until somebody asks for a number of a known size. */
sealed interface JsonValue {

  record Fields(Map<String, JsonValue> values) implements JsonValue {}

  record Items(List<JsonValue> values) implements JsonValue {}

  record Text(String value) implements JsonValue {}

  record Digits(String value) implements JsonValue {}

  record Flag(boolean value) implements JsonValue {}

  record Nothing() implements JsonValue {
    static final Nothing INSTANCE = new Nothing();
  }

  static String describe(JsonValue value) {
    return switch (value) {
      case Fields _ -> "an object";
      case Items _ -> "a list";
      case Text _ -> "text";
      case Digits _ -> "a number";
      case Flag _ -> "true or false";
      case Nothing _ -> "null";
    };
  }
}
