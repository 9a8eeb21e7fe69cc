package dev.crossdock.routing.criteria;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes the value of a parameter as it is read. */
final class ValueWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ValueWriter() {}

  static JsonNode write(Object value) {
    return switch (value) {
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case Boolean flag -> JSON.booleanNode(flag);
      case Collection<?> many -> list(many);
      case LocalTime time -> JSON.stringNode(time.toString());
      case Duration span -> JSON.stringNode(span.toString());
      case Enum<?> choice -> JSON.stringNode(choice.name());
      default -> JSON.stringNode(value.toString());
    };
  }

  /** A set has no order of its own, and gets one: the same policy is the same text. */
  private static ArrayNode list(Collection<?> many) {
    ArrayNode list = JSON.arrayNode();
    if (many instanceof Set<?>) {
      many.stream().map(ValueWriter::word).sorted().forEach(list::add);
    } else {
      many.stream().map(ValueWriter::word).forEach(list::add);
    }
    return list;
  }

  private static String word(Object element) {
    return element instanceof Enum<?> choice ? choice.name() : element.toString();
  }
}
