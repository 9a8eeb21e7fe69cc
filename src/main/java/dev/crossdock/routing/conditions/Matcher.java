package dev.crossdock.routing.conditions;

import dev.crossdock.routing.conditions.Condition.All;
import dev.crossdock.routing.conditions.Condition.Any;
import dev.crossdock.routing.conditions.Condition.Expression;
import dev.crossdock.routing.conditions.Condition.Not;
import dev.crossdock.routing.conditions.Condition.Test;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A condition made ready to be asked, many times and by many threads at once. It never throws. */
public final class Matcher {

  private final Node node;
  private final LongAdder troubles;

  private Matcher(Node node, LongAdder troubles) {
    this.node = node;
    this.troubles = troubles;
  }

  /**
   * Makes a condition ready.
   *
   * @throws IllegalArgumentException for an expression that does not compile; {@link Expressions#complaints} asks first
   */
  public static Matcher of(Condition condition, Expressions expressions) {
    LongAdder troubles = new LongAdder();
    return new Matcher(node(condition, expressions, troubles), troubles);
  }

  public boolean matches(Asked asked) {
    return node.of(asked) == Truth.YES;
  }

  /** Null when it matches; else why not, as a clause that follows the rule's name, without personal data. */
  public @Nullable String objection(Asked asked) {
    return node.objection(asked);
  }

  /** How often an expression could not be evaluated and so did not match. */
  public long troubles() {
    return troubles.sum();
  }

  private static Node node(Condition condition, Expressions expressions, LongAdder troubles) {
    return switch (condition) {
      case All(List<Condition> parts) -> new AllNode(nodes(parts, expressions, troubles));
      case Any(List<Condition> parts) -> new AnyNode(nodes(parts, expressions, troubles), Phrases.of(condition));
      case Not(Condition part) -> new NotNode(node(part, expressions, troubles), Phrases.of(part));
      case Test test -> TestNode.of(test);
      case Expression(String text) ->
          expressions
              .ready(text)
              .map(ready -> new ExpressionNode(ready, Phrases.shortened(text), troubles))
              .orElseThrow(() -> new IllegalArgumentException("the expression does not compile"));
    };
  }

  private static Node[] nodes(List<Condition> parts, Expressions expressions, LongAdder troubles) {
    return parts.stream().map(part -> node(part, expressions, troubles)).toArray(Node[]::new);
  }

  private record AllNode(Node[] parts) implements Node {

    @Override
    public Truth of(Asked asked) {
      Truth truth = Truth.YES;
      for (Node part : parts) {
        Truth one = part.of(asked);
        if (one == Truth.NO) {
          return one;
        }
        truth = one == Truth.UNKNOWN ? one : truth;
      }
      return truth;
    }

    @Override
    public String because(Asked asked) {
      return Objects.requireNonNull(objection(asked), "it is so");
    }

    /** What is surely not so comes first. */
    @Override
    public @Nullable String objection(Asked asked) {
      Node unknown = null;
      for (Node part : parts) {
        switch (part.of(asked)) {
          case NO -> {
            return part.because(asked);
          }
          case UNKNOWN -> unknown = part;
          case YES -> {}
        }
      }
      return unknown == null ? null : unknown.because(asked);
    }
  }

  private record AnyNode(Node[] parts, String phrase) implements Node {

    @Override
    public Truth of(Asked asked) {
      Truth truth = Truth.NO;
      for (Node part : parts) {
        Truth one = part.of(asked);
        if (one == Truth.YES) {
          return one;
        }
        truth = one == Truth.UNKNOWN ? one : truth;
      }
      return truth;
    }

    @Override
    public String because(Asked asked) {
      return "asks that " + phrase + ", and none of it is so";
    }
  }

  private record NotNode(Node part, String phrase) implements Node {

    @Override
    public Truth of(Asked asked) {
      return part.of(asked).not();
    }

    @Override
    public String because(Asked asked) {
      String end = part.of(asked) == Truth.YES ? ", and it is" : ", and that can't be told";
      return "asks that it is not so that " + phrase + end;
    }
  }

  private record ExpressionNode(ReadyExpression expression, String phrase, LongAdder troubles) implements Node {

    @Override
    public Truth of(Asked asked) {
      return ask(asked).truth();
    }

    @Override
    public String because(Asked asked) {
      String trouble = ask(asked).trouble();
      return "asks that this is true: " + phrase + (trouble == null ? ", and it is not" : ", and " + trouble);
    }

    /** An order is asked once, however often somebody wants to know; only then a trouble counts. */
    private ReadyExpression.Answer ask(Asked asked) {
      ReadyExpression.Answer known = asked.answered(expression);
      if (known != null) {
        return known;
      }
      ReadyExpression.Answer answer = expression.ask(asked);
      asked.answered(expression, answer);
      if (answer.trouble() != null) {
        troubles.increment();
      }
      return answer;
    }
  }
}
