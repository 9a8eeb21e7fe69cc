package dev.crossdock.routing.conditions;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.crossdock.routing.conditions.internal.ExpressionWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles what people write in the Common Expression Language: typed, without loops that don't end, bounded in length,
 * nesting and steps. What was compiled is kept, so that storing, checking and activating a policy cost it once.
 */
public final class Expressions {

  public static final int LENGTH_MAX = 4_000;
  static final int NESTING_MAX = 32;
  static final int STEPS_MAX = 5_000;

  private static final int KEPT_MAX = 500;

  /** Names of what only expressions have. */
  static final String NOW = "now";

  static final String KNOWN = "known";
  static final String UNITS_OF = "unitsOf";

  private final Map<String, Compiled> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /** The compiler takes a while to load, so it is not loaded before somebody writes an expression. */
  private static final class Language {
    static final Cel CEL = cel();

    private static Cel cel() {
      CelBuilder builder =
          CelFactory.standardCelBuilder()
              .setOptions(
                  CelOptions.current()
                      .maxExpressionCodePointSize(LENGTH_MAX)
                      .maxParseRecursionDepth(NESTING_MAX)
                      .maxParseErrorRecoveryLimit(5)
                      .comprehensionMaxIterations(STEPS_MAX)
                      .build())
              .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
              .setResultType(SimpleType.BOOL);
      variables().forEach(builder::addVar);
      return builder.build();
    }
  }

  /** The variables by name: each field that is not asked in a time zone, the instant, and two more. */
  static Map<String, CelType> variables() {
    Map<String, CelType> variables = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      if (!field.zoned()) {
        variables.put(field.word(), type(field.type()));
      }
    }
    variables.put(NOW, SimpleType.TIMESTAMP);
    variables.put(KNOWN, ListType.create(SimpleType.STRING));
    variables.put(UNITS_OF, MapType.create(SimpleType.STRING, SimpleType.INT));
    return variables;
  }

  /** What kind of value a variable is, as expressions call it. */
  static String typeOf(Field field) {
    return type(field.type()).name();
  }

  private static CelType type(FieldType type) {
    return switch (type) {
      case WORD, PREFIX, CHOICE -> SimpleType.STRING;
      case WORDS, CHOICES -> ListType.create(SimpleType.STRING);
      case NUMBER, MONEY -> SimpleType.INT;
      case YES_NO -> SimpleType.BOOL;
    };
  }

  /** What came of an expression. */
  sealed interface Compiled {

    /** It can be asked. */
    record Ready(ReadyExpression expression) implements Compiled {}

    /** It can't, and where: {@code 1:9: …}. */
    record Refused(List<String> complaints) implements Compiled {}
  }

  Compiled compile(String text) {
    if (text.length() > LENGTH_MAX) {
      return new Compiled.Refused(List.of("It has " + text.length() + " characters; " + LENGTH_MAX + " is the limit."));
    }
    synchronized (kept) {
      Compiled known = kept.get(text);
      if (known != null) {
        return known;
      }
    }
    Compiled compiled = compiled(text);
    synchronized (kept) {
      kept.put(text, compiled);
    }
    return compiled;
  }

  /** What is wrong with it: each with line and column. Empty when it can be asked. */
  public List<String> complaints(String text) {
    return switch (compile(text)) {
      case Compiled.Ready _ -> List.of();
      case Compiled.Refused(List<String> complaints) -> complaints;
    };
  }

  Optional<ReadyExpression> ready(String text) {
    return compile(text) instanceof Compiled.Ready(ReadyExpression expression)
        ? Optional.of(expression)
        : Optional.empty();
  }

  private static Compiled compiled(String text) {
    CelValidationResult result = Language.CEL.compile(text);
    if (result.hasError()) {
      List<String> complaints = new ArrayList<>();
      result.getErrors().forEach(issue -> complaints.add(told(issue)));
      return new Compiled.Refused(List.copyOf(complaints));
    }
    try {
      return new Compiled.Ready(new ReadyExpression(Language.CEL.createProgram(result.getAst())));
    } catch (CelValidationException | CelEvaluationException e) {
      return new Compiled.Refused(List.of("It can't be evaluated: " + e.getMessage()));
    }
  }

  /** Columns as people count them, from 1. */
  private static String told(CelIssue issue) {
    CelSourceLocation at = issue.getSourceLocation();
    return at.getLine() + ":" + (at.getColumn() + 1) + ": "
        + ExpressionWords.of(issue.getMessage(), variables().keySet());
  }
}
