package dev.crossdock.console.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a form sent, cleaned of what no field takes. Names may come many times, as those of a table's rows do. */
public record Sent(MultiValueMap<String, String> values) {

  private static final int TEXT_MAX = 200;
  private static final int DIGITS_MAX = 15;

  /** The value of a field; empty when it is not there. */
  public String text(String name) {
    return clean(values.getFirst(name));
  }

  /** The text of a field, however long it is: nothing of it may be lost unseen. */
  public String whole(String name) {
    List<String> all = texts(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** The values of a column, row by row. */
  public List<String> all(String name) {
    List<String> cleaned = new ArrayList<>();
    List<String> told = values.get(name);
    if (told != null) {
      told.forEach(value -> cleaned.add(clean(value)));
    }
    return cleaned;
  }

  /** The texts of a column, row by row, however long they are: nothing of them may be lost unseen. */
  public List<String> texts(String name) {
    List<String> told = values.get(name);
    return told == null
        ? List.of() : told.stream().map(value -> value == null ? "" : value.replace("\0", "").strip()).toList();
  }

  /** The value of a column in this row; empty when it is not there. */
  public static String at(List<String> column, int row) {
    return row < column.size() ? column.get(row) : "";
  }

  /** Whether the button with this value was pressed. */
  public boolean does(String what) {
    return text("do").equals(what);
  }

  /** Everything that was sent, the tokens apart: what the effect depends on. */
  public List<String> input() {
    List<String> input = new ArrayList<>();
    values.forEach((name, all) -> {
      if (!name.equals("_csrf") && !name.equals("key")) {
        input.add(name + "=" + String.join("\n", all));
      }
    });
    return input;
  }

  /** A whole number; null when the text is none. */
  public static @Nullable Long number(String text) {
    String digits = text.replace("\u2212", "-");
    return digits.matches("[+-]?[0-9]{1," + DIGITS_MAX + "}") ? Long.valueOf(digits) : null;
  }

  private static String clean(@Nullable String value) {
    String text = value == null ? "" : value.replace("\0", "").strip();
    return text.substring(0, Math.min(TEXT_MAX, text.length()));
  }
}
