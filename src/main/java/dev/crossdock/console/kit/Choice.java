package dev.crossdock.console.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A labelled list of a form, one of which is chosen.
 *
 * @param value of the option that is chosen; of none for the first
 * @param error what is wrong with it and how to mend it; null for nothing
 */
public record Choice(String name, String label, String value, List<Option> options, @Nullable String error) {

  public Choice {
    options = List.copyOf(options);
  }

  /** One of the list. */
  public record Option(String value, String words) {}

  public Choice withError(@Nullable String words) {
    return new Choice(name, label, value, options, words);
  }
}
