package dev.crossdock.routing.conditions;

import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import dev.crossdock.routing.conditions.Condition.Test;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions in words. */
public final class Phrases {

  private static final int TOLD_MAX = 6;
  private static final int EXPRESSION_TOLD_MAX = 120;

  private Phrases() {}

  /** What must be so, as a clause: {@code the channel is amazon and the total is at least 100.00 EUR}. */
  public static String of(Condition condition) {
    return of(condition, false);
  }

  private static String of(Condition condition, boolean inside) {
    return switch (condition) {
      case All(List<Condition> parts) -> parts.isEmpty() ? "it is any order" : joined(parts, " and ", inside);
      case Any(List<Condition> parts) -> parts.isEmpty() ? "it is no order" : joined(parts, " or ", inside);
      case Not(Condition part) -> "it is not so that " + of(part, true);
      case Test test -> of(test);
      case Expression(String text) -> "this is true: " + shortened(text);
    };
  }

  private static String joined(List<Condition> parts, String word, boolean inside) {
    if (parts.size() == 1) {
      return of(parts.getFirst(), inside);
    }
    String all = parts.stream().map(part -> of(part, true)).collect(Collectors.joining(word));
    return inside ? "(" + all + ")" : all;
  }

  /** A test as a clause: {@code the weight is at most 30000 g}. */
  static String of(Test test) {
    Field field = test.field();
    if (field.type() == FieldType.YES_NO) {
      boolean so = (Boolean) test.values().getFirst();
      return so ? field.title() : "it is not so that " + field.title();
    }
    String words = field.title() + " " + test.op().phrase() + values(test);
    return field.zoned() ? words + " (" + test.scope() + ")" : words;
  }

  private static String values(Test test) {
    return switch (test.op().takes()) {
      case NOTHING -> "";
      case ONE -> " " + told(test.field(), test.values().getFirst(), test.scope());
      case TWO ->
          " " + told(test.field(), test.values().getFirst(), test.scope())
              + " and " + told(test.field(), test.values().getLast(), test.scope());
      case LIST -> " " + list(test.values());
    };
  }

  static String list(Collection<?> values) {
    String told = values.stream().limit(TOLD_MAX).map(String::valueOf).collect(Collectors.joining(", "));
    return values.size() > TOLD_MAX ? told + " and " + (values.size() - TOLD_MAX) + " more" : told;
  }

  /** What stands instead of what was asked for: {@code , and it is ebay}. */
  static String instead(Test test, @Nullable Object actual, @Nullable String currency) {
    if (actual == null) {
      return ", and that is not known";
    }
    if (test.field().secret() || test.field().type() == FieldType.YES_NO || test.op().takes() == Op.Takes.NOTHING) {
      return ", and it is not so";
    }
    return actual instanceof Collection<?> words
        ? words.isEmpty() ? ", and it has none" : ", and it has " + list(words.stream().sorted().toList())
        : ", and it is " + told(test.field(), actual, currency == null ? "" : currency);
  }

  private static String told(Field field, Object value, String scope) {
    if (field.type() == FieldType.MONEY && !scope.isEmpty()) {
      return new Money((Long) value, Currency.getInstance(scope)).toString();
    }
    return field.unit().isEmpty() ? value.toString() : value + " " + field.unit();
  }

  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > EXPRESSION_TOLD_MAX ? line.substring(0, EXPRESSION_TOLD_MAX) + "…" : line;
  }
}
