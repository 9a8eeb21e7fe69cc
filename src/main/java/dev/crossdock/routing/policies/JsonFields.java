package dev.crossdock.routing.policies;

import dev.crossdock.routing.conditions.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of one JSON object, read one by one; whatever is wrong with them is added to the faults. */
final class JsonFields {

  private static final int WORDS_MAX = 1_000;

  private final @Nullable JsonNode json;
  private final String pointer;
  private final List<Fault> faults;

  private JsonFields(@Nullable JsonNode json, String pointer, List<Fault> faults) {
    this.json = json;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** Of something that must be an object with none but these members. */
  static JsonFields of(JsonNode json, String pointer, Set<String> names, List<Fault> faults) {
    if (!json.isObject()) {
      faults.add(new Fault(pointer, "wrong-type", "It must be an object."));
      return new JsonFields(null, pointer, new ArrayList<>());
    }
    for (String name : json.propertyNames()) {
      if (!names.contains(name)) {
        String known = "There is no such property; there are: " + String.join(", ", new TreeSet<>(names)) + ".";
        faults.add(new Fault(at(pointer, name), "unknown-property", known));
      }
    }
    return new JsonFields(json, pointer, faults);
  }

  private static String at(String pointer, String name) {
    String shortened = name.substring(0, Math.min(name.length(), Policy.NAME_MAX));
    return pointer + "/" + shortened.replace("~", "~0").replace("/", "~1");
  }

  @Nullable JsonNode get(String name) {
    return json == null ? null : json.get(name);
  }

  /** A name that must be there; empty when it is wrong. */
  String name(String field) {
    JsonNode node = get(field);
    if (node == null) {
      return wrong(field, "required", "It must have a name.");
    }
    return text(node, field, Policy.NAME_MAX);
  }

  /** A text that may be missing; empty when it is, or is wrong. */
  String text(String field, int lengthMax) {
    JsonNode node = get(field);
    return node == null ? "" : text(node, field, lengthMax);
  }

  private String text(JsonNode node, String field, int lengthMax) {
    if (!node.isString()) {
      return wrong(field, "wrong-type", "It must be a text.");
    }
    String text = node.stringValue();
    if (text.length() > lengthMax) {
      return wrong(field, "too-long", "It has at most " + lengthMax + " characters.");
    }
    boolean plain = !text.isBlank() && text.strip().equals(text) && text.chars().noneMatch(Character::isISOControl);
    return plain ? text : wrong(field, "format", "It begins and ends with something visible and has no line breaks.");
  }

  boolean flag(String field, boolean usual) {
    JsonNode node = get(field);
    if (node != null && !node.isBoolean()) {
      wrong(field, "wrong-type", "It must be true or false.");
    }
    return node != null && node.isBoolean() ? node.booleanValue() : usual;
  }

  /** A whole number that may be missing. */
  long number(String field, long min, long max, long usual) {
    JsonNode node = get(field);
    if (node == null) {
      return usual;
    }
    boolean fits = node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= min && node.asLong() <= max;
    if (!fits) {
      wrong(field, "range", "It must be a whole number from " + min + " to " + max + ".");
    }
    return fits ? node.asLong() : usual;
  }

  /** A whole number that must be there. */
  long needed(String field, long min, long max) {
    if (get(field) == null) {
      wrong(field, "required", "It must be given.");
    }
    return number(field, min, max, min);
  }

  /** A number, with decimals, that may be missing. */
  double decimal(String field, double max, double usual) {
    JsonNode node = get(field);
    if (node == null) {
      return usual;
    }
    boolean fits = node.isNumber() && node.asDouble() >= 0 && node.asDouble() <= max;
    if (!fits) {
      wrong(field, "range", "It must be a number from 0 to " + (long) max + ".");
    }
    return fits ? node.asDouble() : usual;
  }

  /** Elements of a list that may be missing. */
  List<JsonNode> list(String field, int sizeMax) {
    JsonNode node = get(field);
    List<JsonNode> elements = new ArrayList<>();
    if (node != null && !node.isArray()) {
      wrong(field, "wrong-type", "It must be a list.");
    } else if (node != null && node.size() > sizeMax) {
      wrong(field, "too-many", "It has at most " + sizeMax + " elements, and this has " + node.size() + ".");
    } else if (node != null) {
      node.forEach(elements::add);
    }
    return elements;
  }

  /** A set of words that may be missing. */
  Set<String> words(String field) {
    Set<String> words = new TreeSet<>();
    List<JsonNode> elements = list(field, WORDS_MAX);
    for (int i = 0; i < elements.size(); i++) {
      String word = text(elements.get(i), field + "/" + i, Policy.NAME_MAX);
      if (!word.isEmpty() && !words.add(word)) {
        wrong(field + "/" + i, "duplicate", "It stands there already.");
      }
    }
    return words;
  }

  /** Members of an enumeration that may be missing. */
  <E extends Enum<E>> Set<E> choices(String field, E[] all) {
    Set<E> chosen = new TreeSet<>();
    for (String word : words(field)) {
      Arrays.stream(all)
          .filter(each -> each.name().equals(word))
          .findFirst()
          .ifPresentOrElse(
              chosen::add, () -> wrong(field, "unknown", "Each must be one of " + Arrays.toString(all) + "."));
    }
    return chosen;
  }

  /** Adds a fault; the empty text, for whoever needs a value to go on with. */
  String wrong(String field, String rule, String sentence) {
    faults.add(new Fault(field.isEmpty() ? pointer : pointer + "/" + field, rule, sentence));
    return "";
  }
}
