package dev.crossdock.api.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives schemas short names, says which properties are always there, and what they mean. */
final class Schemas {

  static final String PREFIX = "#/components/schemas/";

  private static final String ROOT = "dev.crossdock.api.";
  private static final String PAGE = "dev.crossdock.api.web.PageDev";

  /** What a body must hold though its record lets it be absent, so that its absence is refused by name. */
  private static final Map<String, List<String>> DEMANDED =
      Map.of(
          "ChannelAccountBody", List.of("channel", "account"),
          "LocationBody", List.of("code", "address"),
          "ProductBody", List.of("sku"),
          "ProductBodyComponentBody", List.of("sku", "units"),
          "ListingBody", List.of("channel", "account", "channelSku", "sku"),
          "StockBody", List.of("sku", "location", "onHand"),
          "HoldReleaseReleaseBody", List.of("note"));

  private final Map<String, Object> raw;
  private final Map<String, Object> named = new TreeMap<>();
  private final Set<String> wanted = new TreeSet<>();

  Schemas(Map<String, Object> raw) {
    this.raw = raw;
  }

  /** The schemas that were referred to, by their short names. */
  Map<String, Object> named() {
    return named;
  }

  /** The same tree with references to short names; each schema it refers to is taken along. */
  Object rewritten(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, value) ->
                copy.put((String) key, "$ref".equals(key) ? reference((String) value) : rewritten(value)));
        yield copy;
      }
      case List<?> list -> list.stream().map(this::rewritten).toList();
      default -> node;
    };
  }

  private String reference(String ref) {
    String full = ref.substring(PREFIX.length());
    String name = name(full);
    if (wanted.add(full)) {
      if (named.containsKey(name)) {
        throw new IllegalStateException("two schemas are called " + name);
      }
      named.put(name, Map.of());
      named.put(name, schema(full));
    }
    return PREFIX + name;
  }

  private Object schema(String full) {
    Map<String, Object> schema = object(rewritten(Objects.requireNonNull(raw.get(full))));
    if (full.startsWith(PAGE)) {
      schema.put("description", "A part of a list; give next as after for the part behind it.");
      schema.put("required", List.of("items"));
      return schema;
    }
    Class<?> type = type(full);
    SourceComments.Comment comment = SourceComments.of(type);
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("type", "object");
    if (!comment.text().isEmpty()) {
      described.put("description", comment.text());
    }
    List<String> required = new ArrayList<>(DEMANDED.getOrDefault(name(full), List.of()));
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = nameOf(component);
      Map<String, Object> property = object(object(schema.get("properties")).get(name));
      String meaning = comment.components().get(component.getName());
      if (meaning != null && !property.containsKey("$ref")) {
        property.put("description", meaning);
      }
      properties.put(name, property);
      if (component.getAnnotatedType().getAnnotation(Nullable.class) == null) {
        required.add(name);
      }
    }
    described.put("properties", properties);
    if (!required.isEmpty()) {
      described.put("required", required);
    }
    described.put("additionalProperties", false);
    return described;
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  private static String name(String full) {
    if (full.startsWith(PAGE)) {
      return name("dev" + full.substring(PAGE.length())) + "Page";
    }
    String[] parts = full.substring(ROOT.length()).split("\\.");
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      if (Character.isUpperCase(part.charAt(0))) {
        name.append(part.replaceAll("(View|Endpoint)$", ""));
      }
    }
    return name.toString();
  }

  private static Class<?> type(String full) {
    StringBuilder name = new StringBuilder();
    boolean inside = false;
    for (String part : full.split("\\.")) {
      name.append(name.isEmpty() ? "" : inside ? "$" : ".").append(part);
      inside |= Character.isUpperCase(part.charAt(0));
    }
    try {
      return Class.forName(name.toString());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(@Nullable Object node) {
    return node == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<String, Object>) node);
  }
}
