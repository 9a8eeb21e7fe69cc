package dev.crossdock.console.routing.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object from the fields of a form. A field's name says what kind of value it holds and where that stands,
 * as a JSON pointer: {@code n:/filters/0/kilometresMost}. What does not fit its kind is kept as it was typed, so that
 * whoever reads the object can say what is wrong with it, and whoever typed it sees it again.
 */
final class FormJson {

  static final String TEXT = "s:";
  static final String NUMBER = "n:";
  static final String FLAG = "b:";
  static final String WORDS = "l:";

  private static final int DEEP_MAX = 24;
  private static final int ELEMENTS_MAX = 400;
  private static final int NUMBER_MAX = 18;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FormJson() {}

  /** The object; fields that are empty are not there, and lists have no gaps. */
  static ObjectNode read(Map<String, List<String>> form) {
    ObjectNode root = JSON.objectNode();
    new TreeMap<>(form).forEach((name, values) -> {
      String pointer = name.length() > 2 ? name.substring(2) : "";
      if (pointer.startsWith("/") && pointer.chars().filter(c -> c == '/').count() <= DEEP_MAX) {
        JsonNode value = value(name.substring(0, 2), values);
        if (value != null) {
          put(root, List.of(pointer.substring(1).split("/")), value);
        }
      }
    });
    return lists(root) instanceof ObjectNode object ? object : root;
  }

  private static @Nullable JsonNode value(String kind, List<String> values) {
    String last = values.isEmpty() ? "" : values.getLast().replace("\0", "").strip();
    return switch (kind) {
      case TEXT -> last.isEmpty() ? null : JSON.stringNode(last);
      case NUMBER -> last.isEmpty() ? null : number(last);
      case FLAG -> last.isEmpty() ? null : JSON.booleanNode(last.equals("true"));
      case WORDS -> words(values);
      default -> null;
    };
  }

  private static JsonNode number(String text) {
    try {
      BigDecimal number = text.length() > NUMBER_MAX ? null : new BigDecimal(text.replace(',', '.'));
      if (number == null || Math.abs(number.scale()) > NUMBER_MAX) {
        return JSON.stringNode(text);
      }
      return number.stripTrailingZeros().scale() <= 0
          ? JSON.numberNode(number.longValueExact())
          : JSON.numberNode(number.doubleValue());
    } catch (ArithmeticException | NumberFormatException e) {
      return JSON.stringNode(text);
    }
  }

  private static ArrayNode words(List<String> values) {
    ArrayNode words = JSON.arrayNode();
    values.stream()
        .flatMap(value -> Arrays.stream(value.split("[,\\n]")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .forEach(words::add);
    return words;
  }

  private static void put(ObjectNode root, List<String> path, JsonNode value) {
    ObjectNode at = root;
    for (String name : path.subList(0, path.size() - 1)) {
      at = at.get(name) instanceof ObjectNode known ? known : at.putObject(name);
    }
    at.set(path.getLast(), value);
  }

  /** Objects whose members are all numbered are lists. */
  private static JsonNode lists(ObjectNode object) {
    List<String> names = new ArrayList<>(object.propertyNames());
    for (String name : names) {
      if (object.get(name) instanceof ObjectNode inner) {
        object.set(name, lists(inner));
      }
    }
    if (names.isEmpty() || names.size() > ELEMENTS_MAX || !names.stream().allMatch(n -> n.matches("[0-9]{1,3}"))) {
      return object;
    }
    ArrayNode list = JSON.arrayNode();
    names.stream().map(Integer::valueOf).sorted().forEach(n -> list.add(object.get(String.valueOf(n))));
    return list;
  }
}
