package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import dev.crossdock.routing.conditions.Condition.Test;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What conditions call by name, for whoever knows whether it is there. */
public final class Names {

  private Names() {}

  /** The SKUs that are asked for; not those of which only the beginning is. */
  public static Set<String> skus(Condition condition) {
    return of(condition, Field.SKUS);
  }

  /** The words a field is compared with; not those of which only the beginning is. */
  public static Set<String> of(Condition condition, Field field) {
    Set<String> words = new HashSet<>();
    for (Test test : tests(condition)) {
      if (test.field() == field && test.op() != Op.STARTS_WITH) {
        words.addAll(Tests.texts(test));
      }
    }
    return words;
  }

  /** Whether anything is asked of the buyer, which is looked up only where it is. */
  public static boolean asksBuyer(Condition condition) {
    return switch (condition) {
      case All(List<Condition> parts) -> parts.stream().anyMatch(Names::asksBuyer);
      case Any(List<Condition> parts) -> parts.stream().anyMatch(Names::asksBuyer);
      case Not(Condition part) -> asksBuyer(part);
      case Test test -> Field.OF_BUYER.contains(test.field());
      case Expression(String text) -> Field.OF_BUYER.stream().anyMatch(field -> text.contains(field.word()));
    };
  }

  private static List<Test> tests(Condition condition) {
    List<Test> tests = new ArrayList<>();
    switch (condition) {
      case All(List<Condition> parts) -> parts.forEach(part -> tests.addAll(tests(part)));
      case Any(List<Condition> parts) -> parts.forEach(part -> tests.addAll(tests(part)));
      case Not(Condition part) -> tests.addAll(tests(part));
      case Test test -> tests.add(test);
      case Expression _ -> {}
    }
    return tests;
  }
}
