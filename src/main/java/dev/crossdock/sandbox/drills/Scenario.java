package dev.crossdock.sandbox.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case for routing and the plan that must come of it.
 *
 * @param name what it is about, a few words
 * @param given the body of the question, written out
 * @param expect what the answer must say; members that are absent may be anything
 */
record Scenario(String name, JsonNode given, JsonNode expect) {

  private static final String TIMES = "times";
  private static final String STEP = "step";
  private static final String NUMBER = "#";

  /** Of a file: {@code name}, {@code case} and {@code expect}. */
  static Scenario of(JsonNode file, String source) {
    if (!file.at("/name").isString() || !file.at("/case").isObject() || !file.at("/expect").isObject()) {
      throw new IllegalArgumentException(source + " must have a name, a case and what to expect");
    }
    return new Scenario(file.at("/name").stringValue(), written(file.at("/case")), file.at("/expect"));
  }

  /** What the answer says otherwise than expected, a clause each; none when it is as expected. */
  List<String> differences(JsonNode answer) {
    List<String> differences = new ArrayList<>();
    for (String member : List.of("outcome", "rule")) {
      JsonNode wanted = expect.get(member);
      if (wanted != null && !wanted.equals(answer.get(member))) {
        differences.add(member + " is " + answer.get(member) + ", not " + wanted);
      }
    }
    JsonNode then = expect.get("then");
    if (then != null && !then.equals(answer.at("/then/what"))) {
      differences.add("then is " + answer.at("/then/what") + ", not " + then);
    }
    compare("plan", "location", answer, differences);
    compare("missing", "because", answer, differences);
    String text = answer.toString();
    for (JsonNode words : expect.path("says")) {
      if (!text.contains(words.stringValue())) {
        differences.add("it does not say \"" + words.stringValue() + "\"");
      }
    }
    return differences;
  }

  private void compare(String member, String detail, JsonNode answer, List<String> differences) {
    JsonNode wanted = expect.get(member);
    if (wanted != null) {
      Map<String, Integer> expected = units(wanted, member.equals("plan") ? detail : "");
      Map<String, Integer> told = units(answer.path(member), member.equals("plan") ? detail : "");
      if (!expected.equals(told)) {
        differences.add(member + " is " + told + ", not " + expected);
      }
    }
  }

  /** Units by line, and by location where that is told. */
  private static Map<String, Integer> units(JsonNode list, String by) {
    Map<String, Integer> units = new TreeMap<>();
    for (JsonNode row : list) {
      String key = "line " + row.path("line").asInt() + (by.isEmpty() ? "" : " from " + row.path(by).asString());
      units.merge(key, row.path("units").asInt(), Integer::sum);
    }
    return units;
  }

  /** Objects with {@code times} stand so often, {@code #} in their texts is their number, {@code step} is added. */
  private static JsonNode written(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (JsonNode element : node) {
        int times = element.path(TIMES).asInt(0);
        if (times == 0) {
          list.add(written(element));
        }
        for (int n = 1; n <= times; n++) {
          list.add(copy(element, n));
        }
      }
      return list;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(member -> object.set(member.getKey(), written(member.getValue())));
      return object;
    }
    return node;
  }

  private static ObjectNode copy(JsonNode pattern, int n) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    pattern.properties().forEach(
        member -> {
          String name = member.getKey();
          JsonNode value = member.getValue();
          JsonNode step = pattern.path(STEP).path(name);
          if (step.isNumber()) {
            copy.put(name, value.asDouble() + step.asDouble() * n);
          } else if (value.isString()) {
            copy.put(name, value.stringValue().replace(NUMBER, Integer.toString(n)));
          } else if (!name.equals(TIMES) && !name.equals(STEP)) {
            copy.set(name, written(value));
          }
        });
    return copy;
  }
}
