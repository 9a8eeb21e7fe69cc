package dev.crossdock.console.routing.policies;

import dev.crossdock.console.routing.policies.RuleView.Expression;
import dev.crossdock.console.routing.policies.RuleView.Group;
import dev.crossdock.console.routing.policies.RuleView.Input;
import dev.crossdock.console.routing.policies.RuleView.Mark;
import dev.crossdock.console.routing.policies.RuleView.Option;
import dev.crossdock.console.routing.policies.RuleView.Part;
import dev.crossdock.console.routing.policies.RuleView.Test;
import dev.crossdock.routing.conditions.FieldView;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Makes the condition builder of a rule. */
final class WhenMaker {

  private static final int SELECT_MAX = 12;
  private static final Pattern WHERE = Pattern.compile("^([0-9]{1,4}):([0-9]{1,4}): .*", Pattern.DOTALL);
  private static final List<FieldView> FIELDS = FieldView.all();

  private final Inputs inputs;
  private final Faults faults;

  WhenMaker(Inputs inputs, Faults faults) {
    this.inputs = inputs;
    this.faults = faults;
  }

  /** The group at the pointer; what stands there has its shape already. */
  Group group(JsonNode group, String path, boolean outermost) {
    String form = WhenShape.form(group);
    String below = path + WhenShape.inside(form);
    ArrayNode nodes = WhenShape.parts(group);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      parts.add(part(nodes.get(i), below + "/" + i));
    }
    List<Option> forms = List.of(
        new Option("all", outermost && nodes.isEmpty() ? "every order" : "all of these hold", form.equals("all")),
        new Option("any", "any of these holds", form.equals("any")),
        new Option("none", "none of these holds", form.equals("none")));
    Input how = new Input(
        "select", "form:" + path, Inputs.id(path), outermost ? "It applies when" : "and when", form, "", null, forms,
        true, faults.at(below));
    return new Group(path, how, parts, outermost, faults.at(path));
  }

  private Part part(JsonNode node, String path) {
    if (node.has("expression")) {
      return expression(node, path);
    }
    return WhenShape.isGroup(node) ? group(node, path, false) : test(node, path);
  }

  private Expression expression(JsonNode node, String path) {
    Input text = inputs.area(
        path + "/expression", "Expression (CEL)", "For instance: units > 3 && country in ['DE', 'AT']");
    List<Mark> marks = new ArrayList<>();
    String[] lines = Nodes.text(node, "expression").split("\n", -1);
    for (String error : text.errors()) {
      Matcher where = WHERE.matcher(error);
      int line = where.matches() ? Integer.parseInt(where.group(1)) : 0;
      if (line >= 1 && line <= lines.length) {
        marks.add(mark(line, lines[line - 1], Integer.parseInt(where.group(2)) - 1));
      }
    }
    return new Expression(path, text, marks);
  }

  private static Mark mark(int line, String text, int column) {
    int at = Math.clamp(column, 0, text.length());
    int end = Math.min(text.length(), at + 1);
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))) {
      end++;
    }
    return new Mark(line, text.substring(0, at), at == end ? "…" : text.substring(at, end), text.substring(end));
  }

  private Test test(JsonNode node, String path) {
    FieldView field = WhenShape.FIELDS.get(Nodes.text(node, "field"));
    List<Option> fields = FIELDS.stream()
        .map(each -> new Option(each.field(), each.title(), field != null && each.field().equals(field.field())))
        .toList();
    List<Input> row = new ArrayList<>();
    row.add(inputs.select(FormJson.TEXT, path + "/field", "Field", fields, true));
    if (field != null) {
      String op = Nodes.text(node, "op");
      List<Option> ops =
          field.ops().stream().map(each -> new Option(each.op(), each.op(), each.op().equals(op))).toList();
      row.add(inputs.select(FormJson.TEXT, path + "/op", "Comparison", ops, true));
      WhenShape.op(field, op).ifPresent(known -> values(field, known, path + "/value", row));
      if (field.zoned()) {
        row.add(inputs.text(FormJson.TEXT, path + "/zone", "Time zone", "", "zones"));
      }
    }
    return new Test(path, row, faults.below(path));
  }

  private void values(FieldView field, FieldView.OpView op, String pointer, List<Input> row) {
    switch (op.takes()) {
      case "nothing" -> { }
      case "two" -> {
        value(field, pointer + "/0", "From", row);
        value(field, pointer + "/1", "To", row);
      }
      case "list" -> list(field, pointer, row);
      default -> value(field, pointer, "Value", row);
    }
  }

  private void list(FieldView field, String pointer, List<Input> row) {
    List<String> chosen = Nodes.texts(inputs.at(pointer));
    row.add(!field.choices().isEmpty() && field.choices().size() <= SELECT_MAX
        ? inputs.boxes(pointer, "Values", "", Inputs.options(field.choices(), chosen))
        : inputs.text(FormJson.WORDS, pointer, "Values", "Several with commas between.", suggestions(field)));
  }

  private void value(FieldView field, String pointer, String label, List<Input> row) {
    String value = Nodes.text(inputs.at(pointer));
    String unit = field.unit().isEmpty() ? "" : ", " + field.unit();
    switch (field.type()) {
      case "number" -> row.add(inputs.text(FormJson.NUMBER, pointer, label + unit, "", null));
      case "money" -> {
        row.add(inputs.text(FormJson.TEXT, pointer + "/amount", label, "", null));
        row.add(inputs.text(FormJson.TEXT, pointer + "/currency", "Currency", "", null));
      }
      case "yes-no" -> row.add(
          inputs.select(FormJson.FLAG, pointer, label, Inputs.flag(!value.equals("false"), "yes", "no"), false));
      default -> row.add(!field.choices().isEmpty() && field.choices().size() <= SELECT_MAX
          ? inputs.select(FormJson.TEXT, pointer, label, Inputs.options(field.choices(), List.of(value)), false)
          : inputs.text(FormJson.TEXT, pointer, label, "", suggestions(field)));
    }
  }

  private static @Nullable String suggestions(FieldView field) {
    return switch (field.field()) {
      case "country" -> "countries";
      case "itemTags" -> "item-tags";
      case "hazmatClasses" -> "hazmat";
      default -> field.suggestions().isEmpty() || field.suggestions().equals("products") ? null : field.suggestions();
    };
  }
}
