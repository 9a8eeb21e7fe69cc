package dev.crossdock.routing.policies;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON as people read and compare it: what fits into a line stands in one. */
public final class PolicyText {

  private static final int LINE_MAX = 100;

  private PolicyText() {}

  /** With a line break at its end. */
  public static String of(JsonNode json) {
    StringBuilder text = new StringBuilder();
    write(json, "", text);
    return text.append('\n').toString();
  }

  private static void write(JsonNode json, String indent, StringBuilder text) {
    String line = inline(json);
    int column = text.length() - (text.lastIndexOf("\n") + 1);
    boolean fits = column + line.length() <= LINE_MAX && !json.has("rules") && !json.has("otherwise");
    if (fits || !json.isContainer() || json.isEmpty()) {
      text.append(line);
      return;
    }
    String inside = indent + "  ";
    text.append(json.isObject() ? '{' : '[');
    String comma = "\n";
    for (Part part : parts(json)) {
      text.append(comma).append(inside).append(part.name());
      write(part.value(), inside, text);
      comma = ",\n";
    }
    text.append('\n').append(indent).append(json.isObject() ? '}' : ']');
  }

  private record Part(String name, JsonNode value) {}

  private static List<Part> parts(JsonNode json) {
    List<Part> parts = new ArrayList<>();
    if (json.isObject()) {
      json.properties().forEach(entry -> parts.add(new Part(quoted(entry.getKey()) + ": ", entry.getValue())));
    } else {
      json.forEach(element -> parts.add(new Part("", element)));
    }
    return parts;
  }

  private static String inline(JsonNode json) {
    if (!json.isContainer()) {
      return json.toString();
    }
    String inside = String.join(", ", parts(json).stream().map(part -> part.name() + inline(part.value())).toList());
    return json.isObject() ? "{" + inside + "}" : "[" + inside + "]";
  }

  private static String quoted(String name) {
    return JsonNodeFactory.instance.stringNode(name).toString();
  }
}
