package dev.crossdock.routing.conditions;

import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import dev.crossdock.routing.conditions.Condition.Test;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes conditions as the JSON that {@link ConditionReader} reads; the same condition, the same text. */
public final class ConditionWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConditionWriter() {}

  public static ObjectNode write(Condition condition) {
    return switch (condition) {
      case All(List<Condition> parts) -> group("all", parts);
      case Any(List<Condition> parts) -> group("any", parts);
      case Not(Condition part) -> JSON.objectNode().set("not", write(part));
      case Test test -> test(test);
      case Expression(String text) -> JSON.objectNode().put("expression", text);
    };
  }

  private static ObjectNode group(String form, List<Condition> parts) {
    ArrayNode list = JSON.arrayNode();
    parts.forEach(part -> list.add(write(part)));
    ObjectNode group = JSON.objectNode();
    group.set(form, list);
    return group;
  }

  private static ObjectNode test(Test test) {
    ObjectNode json = JSON.objectNode().put("field", test.field().word()).put("op", test.op().word());
    ArrayNode values = JSON.arrayNode();
    test.values().forEach(value -> values.add(value(test, value)));
    switch (test.op().takes()) {
      case NOTHING -> {}
      case ONE -> json.set("value", values.get(0));
      case TWO, LIST -> json.set("value", values);
    }
    return test.field().zoned() ? json.put("zone", test.scope()) : json;
  }

  private static JsonNode value(Test test, Object value) {
    return switch (value) {
      case Long minor when test.field().type() == FieldType.MONEY -> money(minor, test.scope());
      case Long number -> JSON.numberNode(number);
      case Boolean flag -> JSON.booleanNode(flag);
      default -> JSON.stringNode(value.toString());
    };
  }

  private static ObjectNode money(long minor, String currency) {
    return JSON.objectNode()
        .put("amount", new Money(minor, Currency.getInstance(currency)).text())
        .put("currency", currency);
  }
}
