package dev.crossdock.routing.conditions;

import java.util.List;

/**
 * When a rule applies. What is not known of an order is neither so nor not so: a test of it does not match, and its
 * opposite does not match either; {@link Op#UNKNOWN} asks for it.
 */
public sealed interface Condition {

  /** For every order. */
  Condition ALWAYS = new All(List.of());

  /** All of them; without any, always. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one of them. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** The opposite. */
  record Not(Condition condition) implements Condition {}

  /**
   * A field compared with values.
   *
   * @param values texts, {@code Long}s (money in minor units) or one {@code Boolean}, as the field's type asks
   * @param scope the time zone of a field that is asked in one, the currency of an amount; else empty
   */
  record Test(Field field, Op op, List<Object> values, String scope) implements Condition {
    public Test {
      values = List.copyOf(values);
    }
  }

  /** An expression in the Common Expression Language that says yes or no. */
  record Expression(String text) implements Condition {}
}
