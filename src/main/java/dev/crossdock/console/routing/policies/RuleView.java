package dev.crossdock.console.routing.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open rule as a form. The id of an input is where its value stands in the rule, so that what is wrong with a value
 * is told beside it.
 *
 * @param enabled whether it is asked at all, which the list of rules switches
 * @param words the rule in words; empty while it can't be read
 * @param faults what is wrong with the rule and belongs to none of its inputs
 */
public record RuleView(
    int number,
    boolean enabled,
    Input name,
    String words,
    List<String> faults,
    Group when,
    List<Input> decide,
    List<Input> from,
    List<Criterion> filters,
    Input prefer,
    List<Criterion> ratings,
    List<Input> split,
    List<Input> otherwise,
    List<Option> newFilters,
    List<Option> newRatings) {

  public RuleView {
    faults = List.copyOf(faults);
    decide = List.copyOf(decide);
    from = List.copyOf(from);
    filters = List.copyOf(filters);
    ratings = List.copyOf(ratings);
    split = List.copyOf(split);
    otherwise = List.copyOf(otherwise);
    newFilters = List.copyOf(newFilters);
    newRatings = List.copyOf(newRatings);
  }

  /** One of a list. */
  public record Option(String value, String words, boolean chosen) {}

  /**
   * An input.
   *
   * @param kind {@code text}, {@code area}, {@code select}, {@code boxes} or {@code time}
   * @param name of the field that is sent
   * @param list of suggestions; null for none
   * @param reshapes whether other inputs depend on it, so that it is sent at once where scripts run
   * @param errors what is wrong with it
   */
  public record Input(
      String kind, String name, String id, String label, String value, String hint, @Nullable String list,
      List<Option> options, boolean reshapes, List<String> errors) {

    public Input {
      options = List.copyOf(options);
      errors = List.copyOf(errors);
    }

    /** The ids of what describes it; null when nothing does. */
    public @Nullable String describedBy() {
      String ids = (hint.isEmpty() ? "" : id + "-hint ") + (errors.isEmpty() ? "" : id + "-error");
      return ids.isEmpty() ? null : ids.strip();
    }
  }

  /** A part of a condition. */
  public sealed interface Part {}

  /**
   * Parts of which all, any or none must hold.
   *
   * @param path where it stands in the rule
   * @param outermost whether it is the condition itself, which can't be removed
   */
  public record Group(String path, Input form, List<Part> parts, boolean outermost, List<String> errors)
      implements Part {

    public Group {
      parts = List.copyOf(parts);
      errors = List.copyOf(errors);
    }
  }

  /** A comparison: field, operator and values. */
  public record Test(String path, List<Input> inputs, List<String> errors) implements Part {
    public Test {
      inputs = List.copyOf(inputs);
      errors = List.copyOf(errors);
    }
  }

  /**
   * An expression.
   *
   * @param marks its lines, with what is wrong in them; empty while nothing is
   */
  public record Expression(String path, Input text, List<Mark> marks) implements Part {
    public Expression {
      marks = List.copyOf(marks);
    }
  }

  /** A line of an expression: what stands before the fault, at it, and after it. */
  public record Mark(int line, String before, String at, String after) {}

  /** A filter or a rating. */
  public record Criterion(
      String path, String type, String title, String help, List<Input> inputs, boolean first, List<String> errors) {

    /** Of the part of the page that shows it. */
    public String id() {
      return Inputs.id(path);
    }

    public Criterion {
      inputs = List.copyOf(inputs);
      errors = List.copyOf(errors);
    }
  }
}
