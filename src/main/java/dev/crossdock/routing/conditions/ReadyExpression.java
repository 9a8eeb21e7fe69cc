package dev.crossdock.routing.conditions;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression that is compiled. Whatever goes wrong while it is asked is a value, told without what it was about. */
final class ReadyExpression {

  private final CelRuntime.Program program;

  ReadyExpression(CelRuntime.Program program) {
    this.program = program;
  }

  /**
   * What came of asking.
   *
   * @param trouble why it could not be told; null when it could
   */
  record Answer(Truth truth, @Nullable String trouble) {
    static final Answer YES = new Answer(Truth.YES, null);
    static final Answer NO = new Answer(Truth.NO, null);

    static Answer failed(String trouble) {
      return new Answer(Truth.UNKNOWN, trouble);
    }
  }

  Answer ask(Asked asked) {
    Variables variables = new Variables(asked);
    try {
      return switch (program.eval(variables::find)) {
        case Boolean so -> so ? Answer.YES : Answer.NO;
        case null, default -> failed("a value in it is missing", variables);
      };
    } catch (CelEvaluationException e) {
      return failed(told(e.getErrorCode()), variables);
    } catch (RuntimeException | StackOverflowError e) {
      return failed("it could not be evaluated", variables);
    }
  }

  private static Answer failed(String trouble, Variables variables) {
    return Answer.failed(variables.missing == null ? trouble : variables.missing + " is not known");
  }

  /** Own words for what went wrong: those of the library repeat values, and values may be personal data. */
  private static String told(CelErrorCode code) {
    return switch (code) {
      case DIVIDE_BY_ZERO -> "it divides by zero";
      case NUMERIC_OVERFLOW -> "a number in it grows too large";
      case ITERATION_BUDGET_EXCEEDED -> "it takes more than " + Expressions.STEPS_MAX + " steps";
      case INDEX_OUT_OF_BOUNDS, ATTRIBUTE_NOT_FOUND -> "it asks for something that is not there";
      case BAD_FORMAT, INVALID_ARGUMENT -> "a value in it has another form than it takes";
      default -> "it could not be evaluated";
    };
  }

  /** The order's facts by name, and which of them was asked for in vain. */
  private static final class Variables {

    private final Asked asked;
    private @Nullable String missing;

    Variables(Asked asked) {
      this.asked = asked;
    }

    Optional<Object> find(String name) {
      Optional<Object> value = asked.variable(name, this::read);
      if (value.isEmpty()) {
        missing = Field.of(name).map(Field::title).orElse(name);
      }
      return value;
    }

    private Optional<Object> read(String name) {
      Object value =
          switch (name) {
            case Expressions.NOW -> asked.now();
            case Expressions.KNOWN -> List.copyOf(asked.known());
            case Expressions.UNITS_OF -> asked.unitsOf();
            default -> Field.of(name).map(this::value).orElse(null);
          };
      return Optional.ofNullable(value);
    }

    private @Nullable Object value(Field field) {
      Object value = field.read(asked, "");
      return value instanceof Set<?> words ? words.stream().sorted().toList() : value;
    }
  }
}
