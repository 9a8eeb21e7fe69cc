package dev.crossdock.sandbox.wire;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small help to write messages in the channels' own formats. */
public final class Native {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Native() {}

  /** A JSON object from names and values in turn. */
  public static Map<String, Object> object(@Nullable Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  public static byte[] bytes(Object value) {
    return JSON.writeValueAsBytes(value);
  }

  public static JsonNode tree(byte[] body) {
    return JSON.readTree(body);
  }

  /** Cents as a decimal text: {@code 12.34}. */
  public static String decimal(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
