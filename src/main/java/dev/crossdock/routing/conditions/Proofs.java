package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import dev.crossdock.routing.conditions.Condition.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be proved about conditions without an order. Each is written as alternatives of demands on fields; an
 * expression is a demand that nothing is known of but that it can't be so and not so at once. What is claimed is true;
 * not all that is true is found.
 */
public final class Proofs {

  /** With more alternatives nothing is claimed. */
  private static final int ALTERNATIVES_MAX = 500;

  private Proofs() {}

  /** Whether no order can ever match it. */
  public static boolean neverMatches(Condition condition) {
    return alternatives(condition, true).map(List::isEmpty).orElse(false);
  }

  /** Whether every order that matches the one matches the other. */
  public static boolean implies(Condition one, Condition other) {
    Optional<List<Map<String, Domain>>> all = alternatives(one, true);
    Optional<List<Map<String, Domain>>> wider = alternatives(other, true);
    return all.isPresent()
        && wider.isPresent()
        && all.get().stream().allMatch(a -> wider.get().stream().anyMatch(b -> within(a, b)));
  }

  /** Whether it surely matches every order. */
  public static boolean alwaysMatches(Condition condition) {
    return implies(Condition.ALWAYS, condition);
  }

  /** Whether every order that matches the one matches at least one of the others, whichever that is. */
  public static boolean covered(Condition one, List<Condition> others) {
    Optional<List<Map<String, Domain>>> left = alternatives(one, true);
    for (Condition other : others) {
      Optional<List<Map<String, Domain>>> before = left;
      left = left.flatMap(ones -> alternatives(Unmatched.of(other), true).flatMap(rest -> product(ones, rest)))
          .or(() -> before);
    }
    return left.map(List::isEmpty).orElse(false);
  }

  /** Whether expressions stand in it, of which little can be proved. */
  public static boolean hasExpression(Condition condition) {
    return switch (condition) {
      case All(List<Condition> parts) -> parts.stream().anyMatch(Proofs::hasExpression);
      case Any(List<Condition> parts) -> parts.stream().anyMatch(Proofs::hasExpression);
      case Not(Condition part) -> hasExpression(part);
      case Test _ -> false;
      case Expression _ -> true;
    };
  }

  private static boolean within(Map<String, Domain> demands, Map<String, Domain> wider) {
    return wider.entrySet().stream()
        .allMatch(
            entry -> {
              Domain own = demands.get(entry.getKey());
              return own != null && own.within(entry.getValue());
            });
  }

  private static Optional<List<Map<String, Domain>>> alternatives(Condition condition, boolean asItStands) {
    return switch (condition) {
      case All(List<Condition> parts) -> asItStands ? together(parts, true) : either(parts, false);
      case Any(List<Condition> parts) -> asItStands ? either(parts, true) : together(parts, false);
      case Not(Condition part) -> alternatives(part, !asItStands);
      case Test test -> Optional.of(possible(Demands.of(test, asItStands)));
      case Expression(String text) ->
          Optional.of(List.of(Map.of("expression " + text, WordDomain.in(Set.of(String.valueOf(asItStands))))));
    };
  }

  private static Optional<List<Map<String, Domain>>> either(List<Condition> parts, boolean asTheyStand) {
    List<Map<String, Domain>> all = new ArrayList<>();
    for (Condition part : parts) {
      Optional<List<Map<String, Domain>>> more = alternatives(part, asTheyStand);
      if (more.isEmpty() || all.size() + more.get().size() > ALTERNATIVES_MAX) {
        return Optional.empty();
      }
      all.addAll(more.get());
    }
    return Optional.of(all);
  }

  private static Optional<List<Map<String, Domain>>> together(List<Condition> parts, boolean asTheyStand) {
    Optional<List<Map<String, Domain>>> all = Optional.of(List.of(Map.of()));
    for (Condition part : parts) {
      Optional<List<Map<String, Domain>>> more = alternatives(part, asTheyStand);
      all = more.isEmpty() ? more : product(all.orElseThrow(), more.get());
      if (all.isEmpty()) {
        return all;
      }
    }
    return all;
  }

  /** Each of the ones with each of the others, as far as that is possible; empty when there are too many. */
  private static Optional<List<Map<String, Domain>>> product(
      List<Map<String, Domain>> ones, List<Map<String, Domain>> others) {
    if (ones.size() * others.size() > ALTERNATIVES_MAX) {
      return Optional.empty();
    }
    List<Map<String, Domain>> both = new ArrayList<>();
    for (Map<String, Domain> one : ones) {
      others.forEach(other -> both.addAll(possible(both(one, other))));
    }
    return Optional.of(both);
  }

  private static Map<String, Domain> both(Map<String, Domain> one, Map<String, Domain> other) {
    Map<String, Domain> both = new HashMap<>(one);
    other.forEach((key, domain) -> both.merge(key, domain, Domain::and));
    return both;
  }

  private static List<Map<String, Domain>> possible(Map<String, Domain> demands) {
    return demands.values().stream().anyMatch(Domain::isEmpty) ? List.of() : List.of(demands);
  }

  /**
   * What is surely so of every order that a condition does not match: because it is not so, or because something is not
   * known. It may be so of others too, for nothing is claimed of expressions.
   */
  private static final class Unmatched {

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
}
