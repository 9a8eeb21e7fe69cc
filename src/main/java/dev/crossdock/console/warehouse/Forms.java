package dev.crossdock.console.warehouse;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.warehouse.OpenTally.Asked;
import dev.crossdock.inventory.Location;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that several forms have. */
public final class Forms {

  private static final String DAY = "expectedOn";

  private Forms() {}

  /** The field with what is wrong with it. */
  public static Field field(Field field, Mistakes mistakes) {
    String wrong = mistakes.of(field.name());
    return wrong == null ? field : field.withError(wrong);
  }

  /** One of our locations. */
  public static Choice location(
      String name, String label, String value, List<Location> locations, Mistakes mistakes) {
    return new Choice(
        name, label, value,
        locations.stream().map(place -> new Choice.Option(place.code(), place.name())).toList(), mistakes.of(name));
  }

  /** The field for the day on which something is expected. */
  public static Field day(Sent sent, String label, Mistakes mistakes) {
    return field(new Field(DAY, label, "date", sent.text(DAY), "off", null, null), mistakes);
  }

  /** The day in that field; null for none, and when it is none there is a mistake. */
  public static @Nullable LocalDate day(Sent sent, Mistakes mistakes) {
    String text = sent.text(DAY);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      mistakes.add(DAY, "Enter a day as 2026-11-21.");
      return null;
    }
  }

  /** A whole number from 0; null for none, and when it is none there is a mistake. */
  public static @Nullable Integer number(Sent sent, String name, int most, Mistakes mistakes) {
    String text = sent.text(name);
    Long number = Sent.number(text);
    if (text.isEmpty()) {
      return null;
    }
    if (number == null || number < 0 || number > most) {
      mistakes.add(name, "Enter a whole number from 0 to " + most + ".");
      return null;
    }
    return number.intValue();
  }

  /** The number of a delivery note, without which a receipt could be saved twice. */
  public static void reference(Sent sent, Mistakes mistakes) {
    if (sent.text("reference").isEmpty()) {
      mistakes.add("reference", "Enter the number of the delivery note.");
    }
  }

  /** A delivery note is received once, whoever sends it again. */
  public static Flash receivedBefore(String reference) {
    return Flash.done("Delivery note " + reference + " was received before: nothing was received again");
  }

  /** The fields that these rows were typed into. */
  public static List<String> fields(List<Asked> asked) {
    return asked.stream().map(row -> "units-" + row.sku()).toList();
  }
}
