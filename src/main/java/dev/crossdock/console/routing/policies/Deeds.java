package dev.crossdock.console.routing.policies;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the buttons of the editor do to a draft. A button's value is a word, a colon, and what it is about: the number
 * of a rule from 0, or where in the open rule something stands, as a JSON pointer.
 */
final class Deeds {

  private final ArrayNode rules;
  private int open;

  /**
   * @param open the rule that is open, which stays so wherever it moves
   */
  Deeds(ObjectNode policy, int open) {
    this.rules = Nodes.list(policy, "rules");
    this.open = open;
  }

  /** The rule that is open now. */
  int open() {
    return Math.clamp(open, 0, Math.max(0, rules.size() - 1));
  }

  /**
   * Does it; a button nobody has does nothing.
   *
   * @param extra what was chosen beside the button: a place to move to, the name of a criterion
   */
  void does(String deed, String extra) {
    String word = deed.substring(0, Math.max(0, deed.indexOf(':')));
    String about = deed.substring(deed.indexOf(':') + 1);
    if (about.startsWith("/") || word.equals("filter") || word.equals("rating")) {
      if (rules.get(open()) instanceof ObjectNode rule) {
        inside(rule, word, about, extra);
      }
      return;
    }
    if (word.equals("new")) {
      rules.add(fresh());
      open = rules.size() - 1;
    }
    int at = Nodes.index(about, rules.size());
    if (at >= 0) {
      rule(word, at, extra);
    }
  }

  private void rule(String word, int at, String extra) {
    switch (word) {
      case "up" -> move(at, at - 1);
      case "down" -> move(at, at + 1);
      case "to" -> move(at, Nodes.index(extra, rules.size() + 1) - 1);
      case "copy" -> copy(at);
      case "drop" -> {
        if (rules.size() > 1) {
          rules.remove(at);
          open = at < open ? open - 1 : open;
        }
      }
      case "toggle" -> {
        if (rules.get(at) instanceof ObjectNode rule) {
          boolean off = rule.get("enabled") != null && !rule.get("enabled").asBoolean(true);
          if (off) {
            rule.remove("enabled");
          } else {
            rule.put("enabled", false);
          }
        }
      }
      default -> { }
    }
  }

  private void move(int from, int to) {
    if (to < 0 || to >= rules.size() || to == from) {
      return;
    }
    JsonNode moved = rules.remove(from);
    rules.insert(to, moved);
    open = to;
  }

  private void copy(int at) {
    if (rules.get(at) instanceof ObjectNode rule) {
      ObjectNode copy = rule.deepCopy();
      copy.put("name", free(Nodes.text(rule, "name") + ", copy"));
      rules.insert(at + 1, copy);
      open = at + 1;
    }
  }

  private ObjectNode fresh() {
    ObjectNode rule = Nodes.JSON.objectNode().put("name", free("new rule"));
    rule.putObject("otherwise").put("do", "next rule");
    return rule;
  }

  private String free(String wish) {
    Set<String> names = new HashSet<>();
    rules.forEach(rule -> names.add(Nodes.text(rule, "name").toLowerCase(Locale.ROOT)));
    String name = wish;
    for (int n = 2; names.contains(name.toLowerCase(Locale.ROOT)); n++) {
      name = wish + " " + n;
    }
    return name;
  }

  private static void inside(ObjectNode rule, String word, String about, String extra) {
    switch (word) {
      case "test" -> part(rule, about, Nodes.JSON.objectNode().put("field", "channel").put("op", "is"));
      case "group" -> part(rule, about, WhenShape.group("any", Nodes.JSON.arrayNode()
          .add(Nodes.JSON.objectNode().put("field", "channel").put("op", "is"))));
      case "expression" -> part(rule, about, Nodes.JSON.objectNode().put("expression", "units > 1"));
      case "filter" -> criterion(Nodes.list(rule, "filters").addObject(), extra);
      case "rating" -> {
        ArrayNode steps = RuleShape.steps(rule);
        criterion(steps.addObject().putObject("rating"), extra);
        if (rule.get("prefer") == null) {
          rule.putObject("prefer").set(RuleShape.IN_TURN, steps);
        }
      }
      case "remove" -> remove(rule, about);
      case "before" -> {
        if (list(rule, about) instanceof ArrayNode list && index(about, list) > 0) {
          int at = index(about, list);
          list.insert(at - 1, list.remove(at));
        }
      }
      default -> { }
    }
  }

  private static void criterion(ObjectNode criterion, String type) {
    criterion.put("type", type);
  }

  private static void part(ObjectNode rule, String pointer, ObjectNode part) {
    if (pointer.equals("/when") && rule.get("when") == null) {
      rule.set("when", WhenShape.group(null));
    }
    JsonNode group = rule.at(JsonPointer.compile(pointer));
    if (WhenShape.isGroup(group)) {
      WhenShape.parts(group).add(part);
    }
  }

  private static void remove(ObjectNode rule, String pointer) {
    if (list(rule, pointer) instanceof ArrayNode list && index(pointer, list) >= 0) {
      list.remove(index(pointer, list));
    }
  }

  private static JsonNode list(ObjectNode rule, String pointer) {
    return rule.at(JsonPointer.compile(pointer.substring(0, pointer.lastIndexOf('/'))));
  }

  private static int index(String pointer, ArrayNode list) {
    return Nodes.index(pointer.substring(pointer.lastIndexOf('/') + 1), list.size());
  }

  /** Groups that are to take their parts another way, the innermost first. */
  static void regroup(ObjectNode rule, List<String[]> wishes) {
    wishes.stream()
        .sorted((one, other) -> Integer.compare(other[0].length(), one[0].length()))
        .forEach(wish -> {
          JsonNode group = rule.at(JsonPointer.compile(wish[0]));
          if (group instanceof ObjectNode object && WhenShape.isGroup(object)
              && !WhenShape.form(object).equals(wish[1])) {
            ObjectNode other = WhenShape.group(wish[1], WhenShape.parts(object));
            object.removeAll();
            other.properties().forEach(entry -> object.set(entry.getKey(), entry.getValue()));
          }
        });
  }
}
