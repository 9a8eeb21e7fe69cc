package dev.crossdock.console.network;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.warehouse.Mistakes;
import java.util.List;

/**
 * The form of a location's profile.
 *
 * @param version that the form was filled from; a later one is not overwritten
 * @param facts what the location is, in a line
 */
public record ProfileView(
    String code, String name, String facts, int version, String key, List<Day> days, List<Part> parts,
    List<Choice> choices, List<Mistakes.Line> mistakes) {

  public ProfileView {
    days = List.copyOf(days);
    parts = List.copyOf(parts);
    choices = List.copyOf(choices);
    mistakes = List.copyOf(mistakes);
  }

  /** The hours of a weekday. */
  public record Day(String words, Field from, Field to) {}

  /** Fields that belong together. */
  public record Part(String words, List<Field> fields) {}
}
