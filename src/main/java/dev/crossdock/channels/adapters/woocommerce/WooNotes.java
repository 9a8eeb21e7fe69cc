package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer wrote: the note, and what was typed in for a line, such as an engraving. Meta data whose key begins
 * with an underscore is a plugin's own, one that begins with {@code pa_} repeats the variation's name.
 */
final class WooNotes {

  private static final int NOTE_CHARS_MAX = 10_000;
  private static final int PART_CHARS_MAX = 1_000;

  private WooNotes() {}

  static @Nullable String of(JsonCursor order) {
    List<String> parts = new ArrayList<>();
    String note = order.at("customer_note").noteOrNull(NOTE_CHARS_MAX - 1);
    if (note != null) {
      parts.add(WooText.plain(note));
    }
    for (JsonCursor line : order.at("line_items").itemsAlsoKeyed()) {
      String name = line.at("name").noteOrNull(PART_CHARS_MAX);
      for (JsonCursor meta : line.at("meta_data").itemsAlsoKeyed()) {
        addPair(parts, name, meta);
      }
    }
    return joined(parts);
  }

  /** Values of any other type than text and number are a plugin's own business. */
  private static void addPair(List<String> parts, @Nullable String line, JsonCursor meta) {
    String key = meta.at("key").noteOrNull(PART_CHARS_MAX);
    String value = meta.at("value").noteOrNull(PART_CHARS_MAX);
    if (key != null && value != null && !key.startsWith("_") && !key.startsWith("pa_")) {
      parts.add(WooText.plain((line == null ? "" : line + ": ") + key + " = " + value));
    }
  }

  /** As many whole parts as there is room for. */
  private static @Nullable String joined(List<String> parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      if (all.length() + part.length() < NOTE_CHARS_MAX) {
        all.append(all.isEmpty() ? "" : "\n").append(part);
      }
    }
    return all.isEmpty() ? null : all.toString();
  }
}
