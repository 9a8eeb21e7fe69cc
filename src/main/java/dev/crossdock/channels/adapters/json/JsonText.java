package dev.crossdock.channels.adapters.json;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes JSON for requests, so that no value is ever pasted into a text. Characters that no UTF-8 can hold are
 * replaced.
 */
public final class JsonText {

  private JsonText() {}

  /** An object from names and values in turn, in this order. */
  public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  /** The document of maps, lists, texts, whole numbers, flags and nulls. */
  public static byte[] bytes(Map<String, ?> object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(generator, object);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    switch (value) {
      case null -> generator.writeNull();
      case Map<?, ?> fields -> {
        generator.writeStartObject();
        fields.forEach(
            (name, field) -> {
              generator.writeName(Texts.storable(String.valueOf(name)));
              write(generator, field);
            });
        generator.writeEndObject();
      }
      case List<?> items -> {
        generator.writeStartArray();
        items.forEach(item -> write(generator, item));
        generator.writeEndArray();
      }
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case Boolean flag -> generator.writeBoolean(flag);
      default -> generator.writeString(Texts.storable(value.toString()));
    }
  }
}
