package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import dev.crossdock.routing.conditions.Condition.Test;
import java.util.List;

/**
 * What is surely so of every order that a condition does not match: because it is not so, or because something is not
 * known. It may be so of others too, for nothing is claimed of expressions.
 */
final class Unmatched {

  private Unmatched() {}

  static Condition of(Condition condition) {
    return switch (condition) {
      case All(List<Condition> parts) -> new Any(parts.stream().map(Unmatched::of).toList());
      case Any(List<Condition> parts) -> new All(parts.stream().map(Unmatched::of).toList());
      case Not(Condition part) -> perhaps(part);
      case Test test -> orUnknown(new Not(test), test);
      case Expression _ -> Condition.ALWAYS;
    };
  }

  /** So of every order of which the condition is so or can't be told. */
  private static Condition perhaps(Condition condition) {
    return switch (condition) {
      case All(List<Condition> parts) -> new All(parts.stream().map(Unmatched::perhaps).toList());
      case Any(List<Condition> parts) -> new Any(parts.stream().map(Unmatched::perhaps).toList());
      case Not(Condition part) -> of(part);
      case Test test -> orUnknown(test, test);
      case Expression _ -> Condition.ALWAYS;
    };
  }

  private static Condition orUnknown(Condition condition, Test test) {
    return !test.field().mayBeUnknown() || test.op().takes() == Op.Takes.NOTHING
        ? condition
        : new Any(List.of(condition, new Test(test.field(), Op.UNKNOWN, List.of(), test.scope())));
  }
}
