package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer wrote: the order's note, its attributes, and the lines' properties, which say what to engrave or which
 * gift message to add. Names that begin with an underscore are apps' own and hidden from buyers.
 */
final class ShopifyNotes {

  private static final int NOTE_CHARS_MAX = 10_000;
  private static final int PART_CHARS_MAX = 1_000;

  private ShopifyNotes() {}

  static @Nullable String of(JsonCursor order) {
    List<String> parts = new ArrayList<>();
    String note = order.at("note").noteOrNull(NOTE_CHARS_MAX - 1);
    if (note != null) {
      parts.add(note);
    }
    pairs(order.at("note_attributes")).forEach(parts::add);
    for (JsonCursor line : order.at("line_items").items()) {
      String title = line.at("title").noteOrNull(PART_CHARS_MAX);
      pairs(line.at("properties")).forEach(pair -> parts.add((title == null ? "" : title + ": ") + pair));
    }
    return joined(parts);
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

  /** Name and value; old apps send one object, or an empty object, in the place of the list. */
  private static List<String> pairs(JsonCursor list) {
    List<String> pairs = new ArrayList<>();
    for (JsonCursor pair : list.isObject() ? List.of(list) : list.items()) {
      String name = pair.at("name").noteOrNull(PART_CHARS_MAX);
      String value = pair.at("value").noteOrNull(PART_CHARS_MAX);
      if (name != null && value != null && !name.startsWith("_")) {
        pairs.add(name + " = " + value);
      }
    }
    return pairs;
  }
}
