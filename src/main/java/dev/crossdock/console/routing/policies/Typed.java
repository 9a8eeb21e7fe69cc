package dev.crossdock.console.routing.policies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was typed into the form of a draft, and which of its buttons was pressed. */
record Typed(MultiValueMap<String, String> values) {

  private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9]{1,20}){1,24}");
  private static final int TEXT_MAX = 2_000;
  private static final String GROUP = "form:";

  /** A draft with what was typed, and the rule that is open then. */
  record Edited(ObjectNode json, int open) {}

  String key() {
    return text("key");
  }

  /** The revision that was seen; when it shall be saved over another's, that one. */
  int seen() {
    String over = text("over");
    return number(over.isEmpty() ? text("seen") : over);
  }

  String comment() {
    return text("comment").strip();
  }

  /** The number of the order on which the draft is tried; empty for none. */
  String order() {
    return text("try-order").strip();
  }

  /** The same where the page tells already what would become of it; empty while the number is being typed. */
  String tried() {
    return text("tried").equals(order()) ? order() : "";
  }

  /** What the pressed button says. */
  String deed() {
    return text("do");
  }

  List<String> input() {
    List<String> input = new ArrayList<>();
    values.forEach((name, all) -> {
      if (!name.equals("_csrf") && !name.equals("key")) {
        input.add(name + "=" + String.join("\n", all));
      }
    });
    return input;
  }

  /** The draft with what was typed instead of the open rule, and the pressed button's doing. */
  Edited over(ObjectNode draft) {
    ObjectNode policy = draft.deepCopy();
    policy.put("name", text("policy-name").strip());
    ArrayNode rules = Nodes.list(policy, "rules");
    int open = Nodes.index(text("rule"), rules.size());
    if (open >= 0 && values.containsKey("s:/name")) {
      rules.set(open, rule());
    }
    Deeds deeds = new Deeds(policy, Math.max(0, open));
    String deed = text("do");
    if (deed.matches("[a-z]{2,12}:.*") && placed(after(deed))) {
      deeds.does(deed, text(extra(deed)));
    }
    int shown = deed.startsWith("open:") ? Math.max(0, number(after(deed).split("/", 2)[0])) : deeds.open();
    tidied(rules);
    return new Edited(policy, shown);
  }

  /** Whether what a button is about has no place in a rule, or a proper one. */
  private static boolean placed(String about) {
    return about.indexOf('/') < 0 || POINTER.matcher(about.substring(about.indexOf('/'))).matches();
  }

  private ObjectNode rule() {
    Map<String, List<String>> fields = new HashMap<>(values);
    ObjectNode rule = FormJson.read(fields);
    List<String[]> groups = new ArrayList<>();
    values.forEach((name, all) -> {
      if (name.startsWith(GROUP) && POINTER.matcher(name.substring(GROUP.length())).matches()) {
        groups.add(new String[] {name.substring(GROUP.length()), Objects.requireNonNullElse(all.getLast(), "")});
      }
    });
    rule.set("when", WhenShape.group(rule.get("when")));
    Deeds.regroup(rule, groups);
    return RuleShape.tidy(rule, text("prefer"));
  }

  /** A rule that a button has added to is tidied once more. */
  private static void tidied(ArrayNode rules) {
    rules.forEach(rule -> {
      if (rule instanceof ObjectNode object) {
        RuleShape.tidy(object, object.at("/prefer/inMoney").isArray() ? RuleShape.IN_MONEY : RuleShape.IN_TURN);
      }
    });
  }

  private static String extra(String deed) {
    return deed.startsWith("to:") ? "place" : deed.startsWith("filter:") ? "new-filter" : "new-rating";
  }

  private static String after(String deed) {
    return deed.substring(deed.indexOf(':') + 1);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : -1;
  }

  private String text(String name) {
    String value = values.getFirst(name);
    return value == null ? "" : value.substring(0, Math.min(TEXT_MAX, value.length()));
  }
}
