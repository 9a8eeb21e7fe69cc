package dev.crossdock.console.routing.policies;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tidies a rule that came from the form: what is empty is left out, what belongs to another choice goes. */
final class RuleShape {

  static final String IN_TURN = "inTurn";
  static final String IN_MONEY = "inMoney";

  /** What else the choices of {@code otherwise} are told, and what holds first. */
  private static final Map<String, String> OTHERWISE =
      Map.of("backorder", "shipRest", "transfer", "transferDays", "hold", "note", "cancel by", "days");

  private RuleShape() {}

  /**
   * The rule.
   *
   * @param prefer how ratings are taken: {@link #IN_TURN} or {@link #IN_MONEY}
   */
  static ObjectNode tidy(ObjectNode rule, String prefer) {
    ObjectNode when = WhenShape.group(rule.get("when"));
    rule.remove("when");
    if (!WhenShape.parts(when).isEmpty() || !WhenShape.form(when).equals("all")) {
      rule.set("when", when);
    }
    if (rule.get("enabled") != null && rule.get("enabled").asBoolean(true)) {
      rule.remove("enabled");
    }
    decide(rule);
    from(rule);
    prefer(rule, prefer);
    split(rule);
    otherwise(rule);
    return rule;
  }

  /** A rule that names no times and no length decides as orders come; a zone alone says nothing. */
  private static void decide(ObjectNode rule) {
    if (!(rule.get("decide") instanceof ObjectNode decide)) {
      return;
    }
    if (decide.get("at") instanceof ArrayNode list && list.isEmpty()) {
      decide.remove("at");
    }
    if (decide.get("at") == null) {
      decide.remove("zone");
    }
    if (decide.isEmpty()) {
      rule.remove("decide");
    }
  }

  private static void from(ObjectNode rule) {
    ObjectNode from = Nodes.object(rule, "from");
    for (String name : List.of("kinds", "codes", "tags")) {
      if (from.get(name) instanceof ArrayNode list && list.isEmpty()) {
        from.remove(name);
      }
    }
    if (from.isEmpty()) {
      rule.remove("from");
    }
    if (rule.get("filters") instanceof ArrayNode list && list.isEmpty()) {
      rule.remove("filters");
    }
  }

  /** Ratings stay when they are taken another way; what each of them counts has to be said anew. */
  private static void prefer(ObjectNode rule, String mode) {
    ArrayNode steps = steps(rule);
    boolean money = mode.equals(IN_MONEY);
    for (JsonNode step : steps) {
      if (step instanceof ObjectNode object) {
        object.remove(money ? "band" : "worth");
      }
    }
    rule.remove("prefer");
    if (!steps.isEmpty() || money) {
      rule.putObject("prefer").set(money ? IN_MONEY : IN_TURN, steps);
    }
  }

  static ArrayNode steps(ObjectNode rule) {
    JsonNode prefer = rule.get("prefer");
    if (prefer == null) {
      return Nodes.JSON.arrayNode();
    }
    return prefer.get(IN_MONEY) instanceof ArrayNode money ? money
        : prefer.get(IN_TURN) instanceof ArrayNode turn ? turn : Nodes.JSON.arrayNode();
  }

  private static void split(ObjectNode rule) {
    if (!(rule.get("split") instanceof ObjectNode split)) {
      return;
    }
    if (split.get("linesWhole") != null && !split.get("linesWhole").asBoolean(false)) {
      split.remove("linesWhole");
    }
    if (split.isEmpty()) {
      rule.remove("split");
    }
  }

  private static void otherwise(ObjectNode rule) {
    ObjectNode otherwise = Nodes.object(rule, "otherwise");
    String what = Nodes.text(otherwise, "do").isEmpty() ? "next rule" : Nodes.text(otherwise, "do");
    JsonNode told = otherwise.get(OTHERWISE.getOrDefault(what, ""));
    otherwise.removeAll();
    otherwise.put("do", what);
    switch (what) {
      case "backorder" -> otherwise.set("shipRest", told == null ? Nodes.JSON.booleanNode(true) : told);
      case "transfer" -> otherwise.set("transferDays", told == null ? Nodes.JSON.numberNode(2) : told);
      case "cancel by" -> otherwise.set("days", told == null ? Nodes.JSON.numberNode(14) : told);
      default -> {
        if (told != null) {
          otherwise.set("note", told);
        }
      }
    }
  }
}
