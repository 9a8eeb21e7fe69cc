package dev.crossdock.channels.adapters.json;

import dev.crossdock.channels.Decoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The way from raw bytes to values. Strict where leniency hides mistakes (names twice, broken UTF-8, trailing text),
 * bounded in every direction, and without floating point: a number is text until somebody asks for one.
 */
public final class Json {

  /** Longest document, 2 MiB: the same as the longest webhook body. */
  public static final int DOCUMENT_BYTES_MAX = 2 * 1024 * 1024;

  public static final int NESTING_MAX = 64;
  public static final int TOKENS_MAX = 500_000;
  public static final int TEXT_CHARS_MAX = 1_000_000;
  public static final int NUMBER_CHARS_MAX = 100;

  /** Longest list page taken apart by {@link #elements}; an answer holds up to 250 whole orders. */
  public static final int PAGE_BYTES_MAX = 32 * 1024 * 1024;

  /** Nesting and number length lie above our own limits, which know the exact place; these stop what gets past them. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING_MAX + 1)
                  .maxNumberLength(DOCUMENT_BYTES_MAX)
                  .maxStringLength(TEXT_CHARS_MAX)
                  .maxNameLength(1_000)
                  .maxDocumentLength(PAGE_BYTES_MAX)
                  .build())
          .build();

  private Json() {}

  /** Reads the document and maps it; whatever the reading or the mapping refuses becomes {@link Decoded.Invalid}. */
  public static Decoded decode(byte[] body, Function<JsonCursor, Decoded> mapping) {
    try {
      return mapping.apply(read(body));
    } catch (Unreadable refused) {
      return refused.invalid();
    } catch (ArithmeticException _) {
      return new Decoded.Invalid("", Rule.OUT_OF_RANGE.word(), "The amounts add up to more than any order is worth.");
    }
  }

  /**
   * The document's root.
   *
   * @throws Unreadable when it is not JSON as we accept it
   */
  public static JsonCursor read(byte[] body) {
    return JsonCursor.root(JsonParsing.parse(body));
  }

  /**
   * The texts and numbers of some top-level fields, as text, without reading further than needed; for dedup keys.
   * Never throws: what cannot be read is absent.
   */
  public static Map<String, String> peek(byte[] body, Set<String> fields) {
    Map<String, String> found = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return found;
      }
      while (found.size() < fields.size() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (fields.contains(name) && (value == JsonToken.VALUE_STRING || value.isNumeric())) {
          found.putIfAbsent(name, parser.getString());
        }
        parser.skipChildren();
      }
      return found;
    } catch (JacksonException _) {
      return found;
    }
  }

  /**
   * The raw bytes of each element of a list, exactly as they stand in the answer: each becomes a message of its own.
   *
   * @param fields the way from the root to the list; none when the root is the list
   * @throws Unreadable when the answer is no JSON or has no list there
   */
  public static List<byte[]> elements(byte[] body, String... fields) {
    return inside(body, fields, (parser, token) -> token == JsonToken.START_ARRAY ? slices(parser, body) : null);
  }

  /**
   * The raw bytes of one object inside an answer, exactly as they stand there.
   *
   * @param fields the way from the root to the object; none for the root itself
   * @throws Unreadable when the answer is no JSON or has no object there
   */
  public static byte[] element(byte[] body, String... fields) {
    return inside(body, fields, (parser, token) -> token == JsonToken.START_OBJECT ? slice(parser, body) : null);
  }

  private static <T> T inside(byte[] body, String[] fields, BiFunction<JsonParser, JsonToken, @Nullable T> cut) {
    if (body.length > PAGE_BYTES_MAX) {
      throw new Unreadable("", Rule.TOO_LONG, "The answer is longer than " + PAGE_BYTES_MAX + " bytes.");
    }
    Pointer at = Pointer.ROOT;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      JsonToken token = parser.nextToken();
      for (String field : fields) {
        at = at.to(field);
        token = enter(parser, token, field);
      }
      T found = token == null ? null : cut.apply(parser, token);
      if (found == null) {
        throw new Unreadable(at.text(), Rule.WRONG_TYPE, "Something else is expected here.");
      }
      return found;
    } catch (JacksonException _) {
      throw new Unreadable(at.text(), Rule.NOT_JSON, "The answer is not JSON.");
    }
  }

  private static JsonToken enter(JsonParser parser, JsonToken token, String field) {
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = field.equals(parser.currentName());
        JsonToken value = parser.nextToken();
        if (wanted) {
          return value;
        }
        parser.skipChildren();
      }
    }
    return JsonToken.NOT_AVAILABLE;
  }

  private static List<byte[]> slices(JsonParser parser, byte[] body) {
    List<byte[]> slices = new ArrayList<>();
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      slices.add(slice(parser, body));
    }
    return slices;
  }

  private static byte[] slice(JsonParser parser, byte[] body) {
    int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    parser.skipChildren();
    parser.finishToken();
    int to = Math.toIntExact(parser.currentLocation().getByteOffset());
    return Arrays.copyOfRange(body, from, to);
  }
}
