package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.Test;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A test made ready to be asked. */
final class TestNode implements Node {

  /** Decides on a value, which may not be known. */
  private interface Decision {
    Truth of(@Nullable Object value);
  }

  private final Test test;
  private final Decision decision;
  private final String phrase;

  private TestNode(Test test, Decision decision) {
    this.test = test;
    this.decision = decision;
    this.phrase = "asks that " + Phrases.of(test);
  }

  static TestNode of(Test test) {
    return new TestNode(test, decision(test));
  }

  @Override
  public Truth of(Asked asked) {
    return decision.of(test.field().read(asked, test.scope()));
  }

  @Override
  public String because(Asked asked) {
    if (test.op().takes() == Op.Takes.NOTHING) {
      return phrase + instead(asked);
    }
    return phrase + asked.told(test.field(), test.scope(), () -> instead(asked));
  }

  private String instead(Asked asked) {
    return Phrases.instead(test, test.field().read(asked, test.scope()), asked.order().currency());
  }

  private static Decision decision(Test test) {
    if (test.op().takes() == Op.Takes.NOTHING) {
      boolean wanted = test.op() == Op.KNOWN;
      return value -> Truth.of((value != null) == wanted);
    }
    if (test.field().type() == FieldType.YES_NO) {
      Object wanted = test.values().getFirst();
      return value -> value == null ? Truth.UNKNOWN : Truth.of(value.equals(wanted));
    }
    if (test.op() == Op.STARTS_WITH && test.field().type() == FieldType.WORDS) {
      List<String> prefixes = Tests.texts(test);
      return value -> value == null ? Truth.UNKNOWN : Truth.of(anyBegins((Set<?>) value, prefixes));
    }
    Domain domain = Tests.domain(test, true);
    return value -> value == null ? Truth.UNKNOWN : Truth.of(domain.has(value));
  }

  private static boolean anyBegins(Set<?> words, List<String> prefixes) {
    return words.stream().anyMatch(word -> prefixes.stream().anyMatch(((String) word)::startsWith));
  }
}
