package dev.crossdock.console.routing.policies;

import dev.crossdock.routing.conditions.FieldView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings conditions into the shape the builder shows: groups of comparisons, expressions and groups. A comparison whose
 * field was changed takes an operator that the field has, and keeps of its value what fits.
 */
final class WhenShape {

  static final Map<String, FieldView> FIELDS =
      FieldView.all().stream().collect(Collectors.toMap(FieldView::field, Function.identity()));

  private static final String ALL = "all";
  private static final String ANY = "any";
  private static final String NOT = "not";
  private static final int DEEP_MAX = 9;

  private WhenShape() {}

  /** A group, whatever it was. */
  static ObjectNode group(@Nullable JsonNode when) {
    if (!(when instanceof ObjectNode object)) {
      return group(ALL, Nodes.JSON.arrayNode());
    }
    JsonNode shaped = shaped(object, 0);
    return isGroup(shaped) ? (ObjectNode) shaped : group(ALL, Nodes.JSON.arrayNode().add(shaped));
  }

  static boolean isGroup(JsonNode node) {
    return node.get(ALL) instanceof ArrayNode || node.get(ANY) instanceof ArrayNode || node.has(NOT);
  }

  /** How a group takes its parts: {@code all}, {@code any} or {@code none}. */
  static String form(JsonNode group) {
    return group.has(NOT) ? "none" : group.has(ANY) ? ANY : ALL;
  }

  /** Where the parts of a group stand below it. */
  static String inside(String form) {
    return form.equals("none") ? "/not/any" : "/" + form;
  }

  static ArrayNode parts(JsonNode group) {
    JsonNode inner = group.has(NOT) ? group.get(NOT) : group;
    return inner.get(ALL) instanceof ArrayNode all ? all
        : inner.get(ANY) instanceof ArrayNode any ? any : Nodes.JSON.arrayNode();
  }

  /** The same parts taken another way. */
  static ObjectNode group(String form, ArrayNode parts) {
    ObjectNode group = Nodes.JSON.objectNode();
    if (form.equals("none")) {
      group.putObject(NOT).set(ANY, parts);
    } else {
      group.set(form.equals(ANY) ? ANY : ALL, parts);
    }
    return group;
  }

  private static JsonNode shaped(JsonNode node, int depth) {
    if (!(node instanceof ObjectNode object) || depth > DEEP_MAX) {
      return node;
    }
    if (object.has("field")) {
      return test(object);
    }
    if (object.has(NOT)) {
      JsonNode inner = object.get(NOT);
      ArrayNode parts = inner.get(ANY) instanceof ArrayNode any ? any : Nodes.JSON.arrayNode().add(inner);
      return group("none", shapedAll(parts, depth));
    }
    return isGroup(object) ? group(form(object), shapedAll(parts(object), depth)) : object;
  }

  /** Without groups that have no parts left. */
  private static ArrayNode shapedAll(ArrayNode parts, int depth) {
    ArrayNode shaped = Nodes.JSON.arrayNode();
    for (JsonNode part : parts) {
      JsonNode next = shaped(part, depth + 1);
      if (!isGroup(next) || !parts(next).isEmpty()) {
        shaped.add(next);
      }
    }
    return shaped;
  }

  private static ObjectNode test(ObjectNode test) {
    FieldView field = FIELDS.get(Nodes.text(test, "field"));
    if (field == null) {
      return test;
    }
    String asked = Nodes.text(test, "op");
    FieldView.OpView op = op(field, asked).orElse(field.ops().getFirst());
    ObjectNode shaped = Nodes.JSON.objectNode().put("field", field.field()).put("op", op.op());
    JsonNode value = value(field, op, test.get("value"));
    if (value != null) {
      shaped.set("value", value);
    }
    if (field.zoned()) {
      shaped.put("zone", Nodes.text(test, "zone").isEmpty() ? "UTC" : Nodes.text(test, "zone"));
    }
    return shaped;
  }

  static Optional<FieldView.OpView> op(FieldView field, String word) {
    return field.ops().stream().filter(each -> each.op().equals(word)).findFirst();
  }

  private static @Nullable JsonNode value(FieldView field, FieldView.OpView op, @Nullable JsonNode value) {
    List<JsonNode> told = value instanceof ArrayNode list ? list.valueStream().toList()
        : value == null ? List.of() : List.of(value);
    return switch (op.takes()) {
      case "nothing" -> null;
      case "one" -> told.isEmpty() ? null : one(field, told.getFirst());
      case "two" -> several(field, told.subList(0, Math.min(2, told.size())));
      default -> several(field, told);
    };
  }

  private static ArrayNode several(FieldView field, List<JsonNode> told) {
    ArrayNode list = Nodes.JSON.arrayNode();
    told.forEach(each -> list.add(one(field, each)));
    return list;
  }

  private static JsonNode one(FieldView field, JsonNode value) {
    String text = Nodes.text(value);
    return switch (field.type()) {
      case "number" -> whole(text);
      case "money" -> value.isObject() ? value
          : Nodes.JSON.objectNode().put("amount", text).put("currency", "EUR");
      case "yes-no" -> Nodes.JSON.booleanNode(!text.equals("false"));
      default -> Nodes.JSON.stringNode(text);
    };
  }

  private static JsonNode whole(String text) {
    try {
      return Nodes.JSON.numberNode(new BigDecimal(text).longValueExact());
    } catch (NumberFormatException | ArithmeticException e) {
      return Nodes.JSON.stringNode(text);
    }
  }
}
