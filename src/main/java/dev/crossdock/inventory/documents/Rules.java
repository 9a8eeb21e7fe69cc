package dev.crossdock.inventory.documents;

import dev.crossdock.inventory.ItemError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a document or a command, field by field. */
public final class Rules {

  /** Lines of one document. */
  public static final int LINES_MAX = 1_000;
  /** Units of one line; far enough below the largest int to be added. */
  public static final int UNITS_MAX = 1_000_000_000;

  private static final int YEAR_MAX = 9999;

  private final List<ItemError> errors = new ArrayList<>();

  /** Refuses unless the condition holds; answers the condition. */
  public boolean require(BooleanSupplier condition, String field, String rule, String sentence) {
    boolean holds = condition.getAsBoolean();
    if (!holds) {
      errors.add(new ItemError(0, field, rule, sentence));
    }
    return holds;
  }

  /** So many units, from the least to the most a line may have. */
  public boolean units(String field, long units, int least) {
    return require(
        () -> units >= least && units <= UNITS_MAX, field, "range", "It must be " + least + " to 1,000,000,000 units.");
  }

  /** A document's number or reference. */
  public boolean number(String field, String text) {
    return require(
        () -> Numbers.isNumber(text), field, "format", "It must be 1 to 40 letters, digits and -_./:# without spaces.");
  }

  /** How many lines a document may have. */
  public boolean lines(int count) {
    return require(
        () -> count > 0 && count <= LINES_MAX, "lines", "range", "A document has 1 to " + LINES_MAX + " lines.");
  }

  /** A day that a calendar can show, or none. */
  public boolean day(String field, @Nullable LocalDate day) {
    return require(
        () -> day == null || (day.getYear() > 0 && day.getYear() <= YEAR_MAX),
        field,
        "range",
        "It must be a day of our era.");
  }

  /** Something that has happened already. */
  public boolean past(Instant happenedAt, Instant now) {
    return require(
        () -> !happenedAt.isAfter(now), "happenedAt", "range", "It cannot have happened in the future.");
  }

  public boolean clean() {
    return errors.isEmpty();
  }

  public List<ItemError> errors() {
    return List.copyOf(errors);
  }
}
