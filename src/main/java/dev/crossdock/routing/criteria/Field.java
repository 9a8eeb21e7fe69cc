package dev.crossdock.routing.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A parameter of a criterion as a form, a schema and a page about it need it.
 *
 * @param name as JSON has it
 * @param unit what a number counts; empty for none
 * @param min of a number, of the elements of a set or a list, and of the minutes of a span
 * @param begin what holds where it is left out; null where it must be given
 * @param choices all there are, in their order; empty where anything goes
 * @param names what a text is the name of
 */
public record Field(
    String name,
    String title,
    String help,
    Shape shape,
    String unit,
    double min,
    double max,
    @Nullable JsonNode begin,
    List<String> choices,
    Names names) {

  public Field {
    choices = List.copyOf(choices);
  }

  /** Whether it must be given. */
  public boolean required() {
    return begin == null;
  }
}
