package dev.crossdock.console.routing.policies;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a button of the editor leaves the focus, so that whoever uses the keys goes on from there. */
final class Focus {

  private Focus() {}

  /**
   * An id on the page, or a JSON pointer in the open rule; empty where the button stays where it is and keeps it.
   *
   * @param deed what the button said
   * @param policy what came of it
   * @param open the rule that is open now
   */
  static String after(String deed, ObjectNode policy, int open) {
    int colon = deed.indexOf(':');
    if (colon < 0) {
      return "";
    }
    String about = deed.substring(colon + 1);
    JsonNode rule = policy.path("rules").path(open);
    int last = policy.path("rules").size() - 1;
    return switch (deed.substring(0, colon)) {
      case "open" -> about.indexOf('/') < 0 ? "at-name" : about.substring(about.indexOf('/'));
      case "try" -> "tried";
      case "new", "copy", "drop" -> "at-name";
      case "up" -> open > 0 ? "rule-up-" + open : "rule-down-" + open;
      case "down", "to" -> open < last ? "rule-down-" + open : "rule-up-" + open;
      case "test" -> part(rule, about) + "/field";
      case "group" -> part(rule, about);
      case "expression" -> part(rule, about) + "/expression";
      case "filter" -> "/filters/" + (rule.path("filters").size() - 1);
      case "rating" -> rating(rule);
      case "remove" -> about.substring(0, about.lastIndexOf('/'));
      case "before" -> before(about);
      default -> "";
    };
  }

  /** The last part of a group. */
  private static String part(JsonNode rule, String pointer) {
    JsonNode group = rule.at(pointer);
    if (!WhenShape.isGroup(group)) {
      return pointer;
    }
    ArrayNode parts = WhenShape.parts(group);
    return pointer + WhenShape.inside(WhenShape.form(group)) + "/" + Math.max(0, parts.size() - 1);
  }

  private static String rating(JsonNode rule) {
    String list = rule.path("prefer").has(RuleShape.IN_MONEY) ? RuleShape.IN_MONEY : RuleShape.IN_TURN;
    return "/prefer/" + list + "/" + (rule.path("prefer").path(list).size() - 1);
  }

  private static String before(String pointer) {
    int slash = pointer.lastIndexOf('/');
    String number = pointer.substring(slash + 1);
    return number.matches("[1-9][0-9]{0,3}")
        ? pointer.substring(0, slash + 1) + (Integer.parseInt(number) - 1)
        : pointer;
  }
}
