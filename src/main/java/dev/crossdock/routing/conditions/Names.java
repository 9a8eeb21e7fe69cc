package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import dev.crossdock.routing.conditions.Condition.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What conditions call by name, for whoever knows whether it is there. */
public final class Names {

  private static final Pattern CLOCK = Pattern.compile("\\bnow\\b");

  private Names() {}

  /** The SKUs that are asked for; not those of which only the beginning is. */
  public static Set<String> skus(Condition condition) {
    return of(condition, Field.SKUS);
  }

  /** The words a field is compared with; not those of which only the beginning is. */
  public static Set<String> of(Condition condition, Field field) {
    return told(condition, field, "").stream().map(Named::word).collect(Collectors.toSet());
  }

  /**
   * A word, and where it stands.
   *
   * @param pointer of the value it belongs to, as a JSON pointer
   */
  public record Named(String pointer, String word) {}

  /**
   * The same with their places, in the order in which they stand.
   *
   * @param pointer where the condition stands
   */
  public static List<Named> told(Condition condition, Field field, String pointer) {
    List<Named> words = new ArrayList<>();
    tests(condition, pointer, (test, at) -> {
      if (test.field() == field && test.op() != Op.STARTS_WITH && test.op().takes() != Op.Takes.NOTHING) {
        Tests.texts(test).forEach(word -> words.add(new Named(at + "/value", word)));
      }
    });
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

  /** Whether it asks what time it is, so that an order that meets it now may not meet it later. */
  public static boolean asksTheTime(Condition condition) {
    return switch (condition) {
      case All(List<Condition> parts) -> parts.stream().anyMatch(Names::asksTheTime);
      case Any(List<Condition> parts) -> parts.stream().anyMatch(Names::asksTheTime);
      case Not(Condition part) -> asksTheTime(part);
      case Test test -> test.field().zoned();
      case Expression(String text) -> CLOCK.matcher(text).find();
    };
  }

  private interface Look {
    void at(Test test, String pointer);
  }

  private static void tests(Condition condition, String pointer, Look look) {
    switch (condition) {
      case All(List<Condition> parts) -> tests(parts, pointer + "/all/", look);
      case Any(List<Condition> parts) -> tests(parts, pointer + "/any/", look);
      case Not(Condition part) -> tests(part, pointer + "/not", look);
      case Test test -> look.at(test, pointer);
      case Expression _ -> {}
    }
  }

  private static void tests(List<Condition> parts, String pointer, Look look) {
    for (int i = 0; i < parts.size(); i++) {
      tests(parts.get(i), pointer + i, look);
    }
  }
}
