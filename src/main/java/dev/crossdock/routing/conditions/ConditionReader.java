package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads conditions from JSON and complains of everything at once. */
public final class ConditionReader {

  public static final int CONDITIONS_MAX = 50;
  static final int NESTING_MAX = 8;

  private static final Set<String> FORMS = new TreeSet<>(Set.of("all", "any", "not", "expression", "field"));

  private final Expressions expressions;

  public ConditionReader(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * The condition; null when there are faults, which are added. A condition that is not there is for every order.
   *
   * @param pointer where it stands
   */
  public @Nullable Condition read(@Nullable JsonNode json, String pointer, List<Fault> faults) {
    if (json == null) {
      return Condition.ALWAYS;
    }
    Run run = new Run(faults);
    Condition condition = run.read(json, pointer, 0);
    if (run.conditions > CONDITIONS_MAX) {
      faults.add(new Fault(pointer, "too-many", "A rule has at most " + CONDITIONS_MAX + " conditions."));
      return null;
    }
    return condition;
  }

  private final class Run {

    private final List<Fault> faults;
    private int conditions;

    Run(List<Fault> faults) {
      this.faults = faults;
    }

    @Nullable Condition read(JsonNode json, String pointer, int depth) {
      conditions++;
      if (depth > NESTING_MAX) {
        return wrong(pointer, "too-deep", "Conditions lie at most " + NESTING_MAX + " deep in one another.");
      }
      if (!json.isObject()) {
        return wrong(pointer, "wrong-type", "A condition is an object.");
      }
      List<String> forms = FORMS.stream().filter(json::has).toList();
      if (forms.size() != 1) {
        return wrong(pointer, "form", "A condition has exactly one of all, any, not, field and expression.");
      }
      return switch (forms.getFirst()) {
        case "all" -> group(json, "all", pointer, depth);
        case "any" -> group(json, "any", pointer, depth);
        case "not" -> not(json, pointer, depth);
        case "expression" -> expression(json, pointer);
        default -> new TestReader(json, pointer, faults).read();
      };
    }

    private @Nullable Condition group(JsonNode json, String form, String pointer, int depth) {
      boolean alone = only(json, form, pointer);
      JsonNode parts = json.get(form);
      if (!parts.isArray() || (parts.isEmpty() && form.equals("any"))) {
        return wrong(pointer + "/" + form, "wrong-type", "It must be a list of conditions.");
      }
      List<Condition> read = new ArrayList<>();
      for (int i = 0; i < parts.size() && conditions <= CONDITIONS_MAX; i++) {
        Condition part = read(parts.get(i), pointer + "/" + form + "/" + i, depth + 1);
        if (part != null) {
          read.add(part);
        }
      }
      if (read.size() < parts.size() || !alone) {
        return null;
      }
      return form.equals("all") ? new All(read) : new Any(read);
    }

    private @Nullable Condition not(JsonNode json, String pointer, int depth) {
      boolean alone = only(json, "not", pointer);
      Condition part = read(json.get("not"), pointer + "/not", depth + 1);
      return part == null || !alone ? null : new Not(part);
    }

    private @Nullable Condition expression(JsonNode json, String pointer) {
      boolean alone = only(json, "expression", pointer);
      JsonNode text = json.get("expression");
      String at = pointer + "/expression";
      if (!text.isString() || text.asString().isBlank()) {
        return wrong(at, "wrong-type", "An expression is a text.");
      }
      if (text.asString().length() > Expressions.LENGTH_MAX) {
        return wrong(
            at, "too-long",
            "An expression has at most " + Expressions.LENGTH_MAX + " characters, and this has "
                + text.asString().length() + ".");
      }
      List<String> complaints = expressions.complaints(text.asString());
      complaints.forEach(complaint -> faults.add(new Fault(at, "expression", complaint)));
      return complaints.isEmpty() && alone ? new Expression(text.asString()) : null;
    }

    private boolean only(JsonNode json, String form, String pointer) {
      boolean alone = true;
      for (String name : json.propertyNames()) {
        if (!name.equals(form)) {
          faults.add(new Fault(pointer, "unknown-property", "Beside " + form + " nothing else stands."));
          alone = false;
        }
      }
      return alone;
    }

    private @Nullable Condition wrong(String pointer, String rule, String sentence) {
      faults.add(new Fault(pointer, rule, sentence));
      return null;
    }
  }
}
