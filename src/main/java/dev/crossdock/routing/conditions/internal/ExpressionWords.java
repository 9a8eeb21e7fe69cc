package dev.crossdock.routing.conditions.internal;

import dev.crossdock.platform.config.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the compiler of expressions complains of, in words for people who are no programmers. */
public final class ExpressionWords {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '\\(([^)]*)\\)'.*", Pattern.DOTALL);
  private static final Pattern RESULT =
      Pattern.compile("expected type '([^']*)' but found '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern STRANGE =
      Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting .*", Pattern.DOTALL);
  private static final Pattern MISSING = Pattern.compile("missing '(.*?)' at .*", Pattern.DOTALL);
  private static final String END = "<EOF>";

  private ExpressionWords() {}

  /**
   * A complaint in plain words; one that is not known stays as it is.
   *
   * @param names of the fields there are
   */
  public static String of(String message, Collection<String> names) {
    return of(message, UNDECLARED, found -> unknown(found.group(1), names))
        .or(() -> of(message, OVERLOAD, found -> operator(found.group(1)) + " does not go with "
            + found.group(2).replace(", ", " and ") + "."))
        .or(() -> of(message, RESULT, found -> "It must be of type " + found.group(1) + ", and is " + found.group(2)
            + (found.group(1).equals("bool") ? ": it must say yes or no." : ".")))
        .or(() -> of(message, STRANGE, found -> found.group(1).equals(END)
            ? "It ends too early." : "'" + found.group(1) + "' does not belong here."))
        .or(() -> of(message, MISSING, found -> "Here '" + found.group(1) + "' is missing."))
        .orElse(message);
  }

  private interface Words {
    String of(Matcher found);
  }

  private static Optional<String> of(String message, Pattern pattern, Words words) {
    Matcher found = pattern.matcher(message);
    return found.matches() ? Optional.of(words.of(found)) : Optional.empty();
  }

  private static String unknown(String name, Collection<String> names) {
    return "There is no field " + name + Nearest.to(name, names).map(known -> "; is " + known + " meant?").orElse(".");
  }

  private static String operator(String name) {
    return "'" + name.replace("_", "").replace("@in", "in") + "'";
  }
}
