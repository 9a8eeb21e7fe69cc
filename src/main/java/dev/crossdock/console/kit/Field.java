package dev.crossdock.console.kit;

import org.jspecify.annotations.Nullable;

/**
 * A labelled input of a form.
 *
 * @param type of the HTML input: {@code text}, {@code password}
 * @param autocomplete what the browser may fill in: {@code username}, {@code off}
 * @param error what is wrong with the value and how to mend it, in the same words as on top of the form
 */
public record Field(
    String name, String label, String type, String value, String autocomplete, @Nullable String hint,
    @Nullable String error) {

  public static Field text(String name, String label, String value) {
    return new Field(name, label, "text", value, "off", null, null);
  }

  public Field withHint(String words) {
    return new Field(name, label, type, value, autocomplete, words, error);
  }

  public Field withError(String words) {
    return new Field(name, label, type, value, autocomplete, hint, words);
  }

  /** The ids of what describes the input; null when nothing does. */
  public @Nullable String describedBy() {
    if (hint == null && error == null) {
      return null;
    }
    return (hint == null ? "" : name + "-hint") + (error == null ? "" : " " + name + "-error");
  }
}
