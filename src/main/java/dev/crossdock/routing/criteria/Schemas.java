package dev.crossdock.routing.criteria;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says in JSON Schema what a criterion's JSON may look like. */
final class Schemas {

  private static final String TYPE = "type";

  private Schemas() {}

  static ObjectNode of(Description description) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put(TYPE, "object").put("title", description.title()).put("description", description.help());
    ObjectNode members = schema.putObject("properties");
    members.putObject(Criteria.TYPE).put("const", description.type());
    ArrayNode required = schema.putArray("required").add(Criteria.TYPE);
    for (Field field : description.parameters()) {
      members.set(field.name(), of(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode of(Field field) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("title", field.title());
    String help = field.help() + (field.unit().isEmpty() ? "" : " (" + field.unit() + ")");
    if (!help.isBlank()) {
      schema.put("description", help.strip());
    }
    shape(schema, field);
    JsonNode begin = field.begin();
    return begin == null ? schema : schema.set("default", begin);
  }

  private static void shape(ObjectNode schema, Field field) {
    switch (field.shape()) {
      case INTEGER -> schema.put(TYPE, "integer").put("minimum", (long) field.min()).put("maximum", (long) field.max());
      case DECIMAL -> schema.put(TYPE, "number").put("minimum", field.min()).put("maximum", field.max());
      case FLAG -> schema.put(TYPE, "boolean");
      case TEXT -> schema.put(TYPE, "string").put("minLength", 1);
      case CHOICE -> choices(schema.put(TYPE, "string"), field.choices());
      case TEXTS, TEXT_LIST -> many(schema, field).put(TYPE, "string");
      case CHOICES, CHOICE_LIST -> choices(many(schema, field).put(TYPE, "string"), field.choices());
      case TIME -> schema.put(TYPE, "string").put("pattern", "^[0-2][0-9]:[0-5][0-9]$");
      case SPAN -> schema.put(TYPE, "string").put("format", "duration");
    }
  }

  private static ObjectNode many(ObjectNode schema, Field field) {
    schema.put(TYPE, "array").put("uniqueItems", true).put("minItems", (long) field.min());
    return schema.putObject("items");
  }

  private static void choices(ObjectNode schema, List<String> choices) {
    ArrayNode words = schema.putArray("enum");
    choices.forEach(words::add);
  }
}
