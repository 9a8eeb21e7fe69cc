package dev.crossdock.routing.conditions;

import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.conditions.Condition.Test;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one comparison of a field: {@code {"field": "channel", "op": "is", "value": "amazon"}}. */
final class TestReader {

  static final int VALUES_MAX = 1_000;
  private static final int WORD_MAX = 120;
  private static final Set<String> NAMES = Set.of("field", "op", "value", "zone");

  private final JsonNode json;
  private final String pointer;
  private final List<Fault> faults;
  private String scope = "";

  TestReader(JsonNode json, String pointer, List<Fault> faults) {
    this.json = json;
    this.pointer = pointer;
    this.faults = faults;
  }

  @Nullable Test read() {
    int before = faults.size();
    for (String name : json.propertyNames()) {
      if (!NAMES.contains(name)) {
        wrong("", "unknown-property", "A comparison has field, op, value and zone, and nothing else.");
      }
    }
    Optional<Field> field = Field.of(text("field"));
    if (field.isEmpty()) {
      wrong("/field", "unknown-field", "There is no such field; see /api/v1/routing/fields for all there are.");
    }
    Optional<Op> op = Op.of(text("op"));
    if (op.isEmpty()) {
      wrong("/op", "unknown-op", "There is no such comparison." + field.map(TestReader::ops).orElse(""));
    }
    if (field.isEmpty() || op.isEmpty()) {
      return null;
    }
    List<Object> values = checked(field.get(), op.get());
    return faults.size() > before ? null : new Test(field.get(), op.get(), values, scope);
  }

  private List<Object> checked(Field field, Op op) {
    if (!field.ops().contains(op)) {
      wrong("/op", "unknown-op", "It does not go with this field." + ops(field));
      return List.of();
    }
    zone(field);
    List<Object> values = values(field, op);
    if (op == Op.BETWEEN && values.size() == 2 && (Long) values.getFirst() > (Long) values.getLast()) {
      wrong("/value", "order", "The first must not be greater than the second.");
    }
    return values;
  }

  private static String ops(Field field) {
    return " This field has: " + field.ops().stream().map(Op::word).collect(Collectors.joining(", ")) + ".";
  }

  private void zone(Field field) {
    if (!field.zoned()) {
      if (json.has("zone")) {
        wrong("/zone", "unknown-property", "This field is not asked in a time zone.");
      }
      return;
    }
    try {
      scope = ZoneId.of(text("zone")).getId();
    } catch (DateTimeException e) {
      wrong("/zone", "zone", "A time zone such as Europe/Berlin is needed.");
    }
  }

  private List<Object> values(Field field, Op op) {
    JsonNode value = json.get("value");
    return switch (op.takes()) {
      case NOTHING -> nothing(value);
      case ONE -> value == null ? missing() : list(field, List.of(value), false);
      case TWO -> value == null ? missing() : two(field, value);
      case LIST -> value == null ? missing() : several(field, value);
    };
  }

  private List<Object> nothing(@Nullable JsonNode value) {
    if (value != null) {
      wrong("/value", "unknown-property", "This comparison takes no value.");
    }
    return List.of();
  }

  private List<Object> missing() {
    return wrong("/value", "required", "A value is missing.");
  }

  private List<Object> two(Field field, JsonNode value) {
    return value.isArray() && value.size() == 2
        ? list(field, List.of(value.get(0), value.get(1)), true)
        : wrong("/value", "wrong-type", "It must be a list of two.");
  }

  private List<Object> several(Field field, JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      return wrong("/value", "wrong-type", "It must be a list of at least one.");
    }
    if (value.size() > VALUES_MAX) {
      return wrong("/value", "too-many", "It has " + value.size() + " values; " + VALUES_MAX + " is the limit.");
    }
    List<JsonNode> each = new ArrayList<>();
    value.forEach(each::add);
    return list(field, each, true);
  }

  private List<Object> list(Field field, List<JsonNode> nodes, boolean indexed) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Object value = value(field, nodes.get(i), indexed ? "/value/" + i : "/value");
      if (value instanceof String && values.contains(value)) {
        wrong("/value/" + i, "duplicate", "It stands there already.");
      } else if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private @Nullable Object value(Field field, JsonNode node, String at) {
    return switch (field.type()) {
      case WORD, WORDS -> word(node, at);
      case PREFIX -> prefix(node, at);
      case CHOICE, CHOICES -> choice(field, node, at);
      case NUMBER -> node.isIntegralNumber() && node.canConvertToLong() ? node.asLong() : number(at);
      case MONEY -> money(node, at);
      case YES_NO -> node.isBoolean() ? node.asBoolean() : absent(at, "wrong-type", "It must be true or false.");
    };
  }

  private @Nullable Object number(String at) {
    return absent(at, "wrong-type", "It must be a whole number.");
  }

  private @Nullable String word(JsonNode node, String at) {
    if (!node.isString()) {
      return absent(at, "wrong-type", "It must be a text.");
    }
    String word = node.asString();
    if (word.isBlank() || word.length() > WORD_MAX || word.chars().anyMatch(Character::isISOControl)) {
      return absent(at, "format", "It must be 1 to " + WORD_MAX + " characters, none of them a control character.");
    }
    return word;
  }

  private @Nullable String prefix(JsonNode node, String at) {
    String word = word(node, at);
    return word == null ? null : Field.plain(word);
  }

  private @Nullable String choice(Field field, JsonNode node, String at) {
    String word = word(node, at);
    if (word == null) {
      return null;
    }
    boolean known =
        field == Field.CURRENCY
            ? Currency.getAvailableCurrencies().stream().anyMatch(each -> each.getCurrencyCode().equals(word))
            : field.choices().contains(word);
    String some = Phrases.list(field.choices());
    String sentence = field.choices().isEmpty() ? "It must be an ISO 4217 code." : "It must be one of " + some + ".";
    return known ? word : absent(at, "unknown", sentence);
  }

  private @Nullable Long money(JsonNode node, String at) {
    JsonNode amount = node.get("amount");
    JsonNode currency = node.get("currency");
    if (amount == null || currency == null || node.size() != 2) {
      return absent(at, "wrong-type", "It must be an amount and a currency, such as 100.00 and EUR.");
    }
    try {
      Currency in = Currency.getInstance(currency.asString().toUpperCase(Locale.ROOT));
      if (!scope.isEmpty() && !scope.equals(in.getCurrencyCode())) {
        return absent(at, "currency", "Both amounts must be in the same currency.");
      }
      scope = in.getCurrencyCode();
      return Money.of(new BigDecimal(amount.asString()), in).minor();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return absent(at, "format", "It must be a decimal amount and an ISO 4217 currency.");
    }
  }

  private String text(String name) {
    JsonNode node = json.get(name);
    return node != null && node.isString() ? node.asString() : "";
  }

  private <T> @Nullable T absent(String at, String rule, String sentence) {
    faults.add(new Fault(pointer + at, rule, sentence));
    return null;
  }

  private List<Object> wrong(String at, String rule, String sentence) {
    faults.add(new Fault(pointer + at, rule, sentence));
    return List.of();
  }
}
