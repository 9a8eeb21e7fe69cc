package dev.crossdock.channels.adapters.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;

/** Builds the tree of one document token by token, so that each limit is broken at a known place. */
final class JsonParsing {

  private final JsonParser parser;
  private int tokens;

  private JsonParsing(JsonParser parser) {
    this.parser = parser;
  }

  static JsonValue parse(byte[] body) {
    if (body.length > Json.DOCUMENT_BYTES_MAX) {
      throw new Unreadable("", Rule.TOO_LONG, "The message is longer than " + Json.DOCUMENT_BYTES_MAX + " bytes.");
    }
    CharBuffer chars = utf8(body);
    try (JsonParser parser =
        Json.FACTORY.createParser(
            ObjectReadContext.empty(), chars.array(), chars.arrayOffset() + chars.position(), chars.remaining())) {
      return new JsonParsing(parser).document();
    }
  }

  private JsonValue document() {
    JsonToken first = next(Pointer.ROOT);
    if (first == null) {
      throw new Unreadable("", Rule.NOT_JSON, "The message is empty.");
    }
    JsonValue value = value(first, Pointer.ROOT, 1);
    if (next(Pointer.ROOT) != null) {
      throw new Unreadable("", Rule.NOT_JSON, "Something follows after the end of the JSON document.");
    }
    return value;
  }

  private JsonValue value(JsonToken token, Pointer at, int depth) {
    return switch (token) {
      case START_OBJECT -> fields(at, deeper(at, depth));
      case START_ARRAY -> items(at, deeper(at, depth));
      case VALUE_STRING -> new JsonValue.Text(text(at));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> digits(at);
      case VALUE_TRUE -> new JsonValue.Flag(true);
      case VALUE_FALSE -> new JsonValue.Flag(false);
      case VALUE_NULL -> JsonValue.Nothing.INSTANCE;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw notJson(at);
    };
  }

  private JsonValue fields(Pointer at, int depth) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (JsonToken token = next(at); token != JsonToken.END_OBJECT; token = next(at)) {
      if (token == null) {
        throw notJson(at);
      }
      String name = parser.currentName();
      Pointer inside = at.to(name);
      JsonToken start = next(inside);
      if (start == null) {
        throw notJson(inside);
      }
      if (values.put(name, value(start, inside, depth)) != null) {
        throw new Unreadable(inside.text(), Rule.DUPLICATE_KEY, "The same name stands twice in one object.");
      }
    }
    return new JsonValue.Fields(values);
  }

  private JsonValue items(Pointer at, int depth) {
    List<JsonValue> values = new ArrayList<>();
    for (JsonToken token = next(at); token != JsonToken.END_ARRAY; token = next(at)) {
      if (token == null) {
        throw notJson(at);
      }
      values.add(value(token, at.to(values.size()), depth));
    }
    return new JsonValue.Items(values);
  }

  private static int deeper(Pointer at, int depth) {
    if (depth > Json.NESTING_MAX) {
      throw new Unreadable(at.text(), Rule.TOO_DEEP, "Nested deeper than " + Json.NESTING_MAX + " levels.");
    }
    return depth + 1;
  }

  private JsonToken next(Pointer at) {
    if (++tokens > Json.TOKENS_MAX) {
      throw new Unreadable(at.text(), Rule.TOO_LONG, "The message holds more than " + Json.TOKENS_MAX + " values.");
    }
    try {
      return parser.nextToken();
    } catch (StreamConstraintsException _) {
      throw new Unreadable(at.text(), Rule.TOO_LONG, "A number or a name is longer than allowed.");
    } catch (JacksonException _) {
      throw notJson(at);
    }
  }

  private String text(Pointer at) {
    try {
      return parser.getString();
    } catch (StreamConstraintsException _) {
      throw new Unreadable(at.text(), Rule.TOO_LONG, "A text is longer than " + Json.TEXT_CHARS_MAX + " characters.");
    } catch (JacksonException _) {
      throw notJson(at);
    }
  }

  private JsonValue digits(Pointer at) {
    String digits = text(at);
    if (digits.length() > Json.NUMBER_CHARS_MAX) {
      String sentence = "A number is longer than " + Json.NUMBER_CHARS_MAX + " characters.";
      throw new Unreadable(at.text(), Rule.TOO_LONG, sentence);
    }
    return new JsonValue.Digits(digits);
  }

  private static Unreadable notJson(Pointer at) {
    return new Unreadable(at.text(), Rule.NOT_JSON, "The message stops being JSON here.");
  }

  /** A leading byte order mark is dropped: some shops' own files put one before every answer. */
  private static CharBuffer utf8(byte[] body) {
    try {
      CharBuffer chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body));
      return !chars.isEmpty() && chars.charAt(0) == '\uFEFF' ? chars.subSequence(1, chars.length()) : chars;
    } catch (CharacterCodingException _) {
      throw new Unreadable("", Rule.ENCODING, "The message is not valid UTF-8.");
    }
  }
}
