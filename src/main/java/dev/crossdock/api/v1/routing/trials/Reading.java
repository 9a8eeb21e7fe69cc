package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.trials.Parsed;
import java.util.List;

/** What was read of something to be tried, or a refusal that tells all that is wrong with it. */
public final class Reading {

  private Reading() {}

  /** The content; a refusal with every fault is thrown when there is none. */
  public static <T> T orRefuse(Parsed<T> asked) {
    return switch (asked) {
      case Parsed.Read<T> read -> read.content();
      case Parsed.Wrong<T> wrong -> throw Refusal.invalid(errors(wrong.faults()));
    };
  }

  private static List<FieldError> errors(List<Fault> faults) {
    return faults.stream()
        .map(fault -> new FieldError(fault.path(), "invalid", sentence(fault.rule())))
        .toList();
  }

  /** Clauses follow their place; people read sentences. */
  private static String sentence(String rule) {
    boolean clause = Character.isLowerCase(rule.charAt(0));
    return clause ? "It " + rule + "." : rule;
  }
}
