package dev.crossdock.console.warehouse;

import dev.crossdock.inventory.ItemError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by the id of the field it stands beside; an empty id for the form as a whole. */
public final class Mistakes {

  private final Map<String, String> byField = new LinkedHashMap<>();

  /** One line of what stands above the form. */
  public record Line(String field, String sentence) {}

  /** Of a field, the first is told. */
  public Mistakes add(String field, String sentence) {
    byField.putIfAbsent(field, sentence);
    return this;
  }

  /**
   * What a door refused, beside the fields it is about.
   *
   * @param rows the field of each row of the command, in its order
   */
  public static Mistakes of(List<ItemError> errors, List<String> rows) {
    Mistakes mistakes = new Mistakes();
    for (ItemError error : errors) {
      String field = error.field();
      int open = field.indexOf('[');
      int close = field.indexOf(']');
      if (open >= 0 && close > open) {
        int row = Integer.parseInt(field.substring(open + 1, close));
        mistakes.add(row < rows.size() ? rows.get(row) : "", error.sentence());
      } else {
        mistakes.add(field, error.sentence());
      }
    }
    return mistakes;
  }

  /** What is wrong with this field; null for nothing. */
  public @Nullable String of(String field) {
    return byField.get(field);
  }

  public boolean none() {
    return byField.isEmpty();
  }

  /** All of them in their order. */
  public List<Line> lines() {
    return byField.entrySet().stream().map(entry -> new Line(entry.getKey(), entry.getValue())).toList();
  }
}
