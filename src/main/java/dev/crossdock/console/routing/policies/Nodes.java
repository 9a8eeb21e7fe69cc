package dev.crossdock.console.routing.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small questions and changes of JSON that may be anything. */
final class Nodes {

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Nodes() {}

  /** What stands there as it would be typed; empty when nothing does. */
  static String text(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return "";
    }
    if (node instanceof ArrayNode list) {
      return String.join(", ", list.valueStream().map(Nodes::text).toList());
    }
    if (node instanceof ObjectNode object) {
      return object.isEmpty() ? "" : text(object.iterator().next());
    }
    return node.isString() ? node.stringValue() : node.toString();
  }

  static String text(@Nullable JsonNode object, String name) {
    return object == null ? "" : text(object.get(name));
  }

  /** Elements as they would be typed; of anything else one, of nothing none. */
  static List<String> texts(@Nullable JsonNode node) {
    if (node instanceof ArrayNode list) {
      return list.valueStream().map(Nodes::text).filter(text -> !text.isEmpty()).toList();
    }
    String text = text(node);
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** The list there; a new one where there is none. */
  static ArrayNode list(ObjectNode object, String name) {
    return object.get(name) instanceof ArrayNode known ? known : object.putArray(name);
  }

  /** The object there; a new one where there is none. */
  static ObjectNode object(ObjectNode object, String name) {
    return object.get(name) instanceof ObjectNode known ? known : object.putObject(name);
  }

  /** The number where it is one of a list; -1 for anything else. */
  static int index(String text, int size) {
    boolean digits = text.matches("[0-9]{1,4}");
    return digits && Integer.parseInt(text) < size ? Integer.parseInt(text) : -1;
  }
}
