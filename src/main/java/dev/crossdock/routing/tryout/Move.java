package dev.crossdock.routing.tryout;

import org.jspecify.annotations.Nullable;

/**
 * Units that would go another way.
 *
 * @param from where they are placed; null where they wait
 * @param to where they would be placed; null where they would wait
 */
public record Move(int line, String sku, int units, @Nullable String from, @Nullable String to) {

  /** In words: {@code 2 TEA from NYC to LAX}. */
  public String sentence() {
    String before = from == null ? " waiting" : " from " + from;
    return units + " " + sku + before + (to == null ? " would wait" : " to " + to);
  }
}
