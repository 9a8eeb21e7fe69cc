package dev.crossdock.console.messages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message made fit to be looked at: JSON laid out, secrets covered, the length bounded. */
public final class Masked {

  static final int SHOWN_MAX = 200_000;
  private static final String COVER = "•••";
  private static final Pattern SECRET = Pattern.compile(
      ".*(secret|password|authorization|cookie|signature|hmac|api[-_]?key|(?<!checkout_|cart_)token).*",
      Pattern.CASE_INSENSITIVE);

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private Masked() {}

  /** Whether a field or header of this name holds something that nobody needs to read. */
  static boolean secret(String name) {
    return SECRET.matcher(name).matches();
  }

  /** The headers, one a line, in the order of their names. */
  static String headers(Map<String, String> headers) {
    return new TreeMap<>(headers).entrySet().stream()
        .map(header -> header.getKey() + ": " + (secret(header.getKey()) ? COVER : header.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /** The body: JSON laid out, anything else as the text it is. */
  public static String body(byte[] body) {
    JsonNode json = parsed(body);
    String text = json == null ? new String(body, StandardCharsets.UTF_8) : JSON.writeValueAsString(covered(json));
    return text.length() <= SHOWN_MAX
        ? text
        : text.substring(0, SHOWN_MAX) + "\n… and more: only the beginning is shown";
  }

  /** What stands in the body where a JSON pointer leads; null when nothing does. */
  public static @Nullable String at(byte[] body, @Nullable String pointer) {
    if (pointer == null || pointer.isEmpty() || !pointer.startsWith("/")) {
      return null;
    }
    JsonNode json = parsed(body);
    JsonNode found = json == null ? null : json.at(pointer);
    if (found == null || found.isMissingNode()) {
      return null;
    }
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    String text = secret(name) ? COVER : JSON.writeValueAsString(covered(found));
    return text.substring(0, Math.min(SHOWN_MAX, text.length()));
  }

  private static @Nullable JsonNode parsed(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isContainer() ? json : null;
    } catch (JacksonException noJson) {
      return null;
    }
  }

  private static JsonNode covered(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames().stream().toList()) {
        JsonNode value = object.get(name);
        if (secret(name) && value.isValueNode() && !value.isNull()) {
          object.put(name, COVER);
        } else {
          covered(value);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(Masked::covered);
    }
    return node;
  }
}
