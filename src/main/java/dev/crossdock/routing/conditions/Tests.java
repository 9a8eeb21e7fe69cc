package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.Test;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The values that a test, or its opposite, lets pass. */
final class Tests {

  private Tests() {}

  static Domain domain(Test test, boolean asItStands) {
    if (test.op().takes() == Op.Takes.NOTHING) {
      return (test.op() == Op.KNOWN) == asItStands ? everything(test.field()) : new Domain.Unknown();
    }
    return ofValues(test, asItStands);
  }

  private static Domain everything(Field field) {
    return switch (field.type()) {
      case NUMBER, MONEY -> NumberDomain.ALL;
      case WORDS, CHOICES -> SetDomain.ALL;
      case WORD, PREFIX, CHOICE, YES_NO -> WordDomain.ALL;
    };
  }

  private static Domain ofValues(Test test, boolean asItStands) {
    return switch (test.field().type()) {
      case NUMBER, MONEY -> asItStands ? numbers(test) : numbers(test).not();
      case WORDS, CHOICES -> sets(test, asItStands);
      case CHOICE -> choice(test, asItStands);
      case WORD, PREFIX -> words(test, asItStands);
      case YES_NO -> WordDomain.in(Set.of(String.valueOf((Boolean) test.values().getFirst() == asItStands)));
    };
  }

  private static NumberDomain numbers(Test test) {
    long first = (Long) test.values().getFirst();
    long last = (Long) test.values().getLast();
    return switch (test.op()) {
      case IS -> NumberDomain.of(first, first);
      case IS_NOT -> NumberDomain.of(first, first).not();
      case AT_LEAST -> NumberDomain.of(first, Long.MAX_VALUE);
      case AT_MOST -> NumberDomain.of(Long.MIN_VALUE, first);
      case BETWEEN -> NumberDomain.of(first, last);
      case IN, NOT_IN, STARTS_WITH, CONTAINS_ANY, CONTAINS_ALL, CONTAINS_NONE, KNOWN, UNKNOWN -> throw wrong(test);
    };
  }

  private static Domain sets(Test test, boolean asItStands) {
    Set<String> words = Set.copyOf(texts(test));
    return switch (test.op()) {
      case CONTAINS_ANY -> asItStands ? SetDomain.withAny(words) : SetDomain.withNone(words);
      case CONTAINS_NONE -> asItStands ? SetDomain.withNone(words) : SetDomain.withAny(words);
      case CONTAINS_ALL -> asItStands ? SetDomain.withAll(words) : SetDomain.missingSome(words);
      case STARTS_WITH -> WordDomain.in(Set.of(String.valueOf(asItStands)));
      case IS, IS_NOT, IN, NOT_IN, AT_LEAST, AT_MOST, BETWEEN, KNOWN, UNKNOWN -> throw wrong(test);
    };
  }

  /** Out of a list that is known, so that what is excluded leaves the others. */
  private static Domain choice(Test test, boolean asItStands) {
    boolean in = (test.op() == Op.IS || test.op() == Op.IN) == asItStands;
    Set<String> words = new HashSet<>(texts(test));
    if (in || test.field().choices().isEmpty()) {
      return in ? WordDomain.in(words) : WordDomain.notIn(words);
    }
    List<String> others = new ArrayList<>(test.field().choices());
    others.removeAll(words);
    return WordDomain.in(others);
  }

  private static Domain words(Test test, boolean asItStands) {
    List<String> words = texts(test);
    return switch (test.op()) {
      case IS, IN -> asItStands ? WordDomain.in(words) : WordDomain.notIn(words);
      case IS_NOT, NOT_IN -> asItStands ? WordDomain.notIn(words) : WordDomain.in(words);
      case STARTS_WITH -> asItStands ? WordDomain.startingWith(words) : WordDomain.notStartingWith(words);
      case AT_LEAST, AT_MOST, BETWEEN, CONTAINS_ANY, CONTAINS_ALL, CONTAINS_NONE, KNOWN, UNKNOWN -> throw wrong(test);
    };
  }

  static List<String> texts(Test test) {
    return test.values().stream().map(Object::toString).collect(Collectors.toList());
  }

  private static IllegalArgumentException wrong(Test test) {
    return new IllegalArgumentException(test.op() + " does not go with " + test.field());
  }
}
