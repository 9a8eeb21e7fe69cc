package dev.crossdock.routing.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a SKU asks of whoever ships it.
 *
 * @param weightGrams of one unit; null where nobody said
 * @param longestMm the longest side of one packed unit; null where nobody said
 * @param hazmat the class of dangerous goods ({@code 9}, {@code LQ}); null for none
 * @param temperature how it must be kept
 * @param oversize whether it needs a carrier for bulky goods
 * @param together lines with the same word leave in one parcel; null for no such wish
 * @param tags the operator's own words for it
 */
public record ItemFacts(
    @Nullable Integer weightGrams,
    @Nullable Integer longestMm,
    @Nullable String hazmat,
    Temperature temperature,
    boolean oversize,
    @Nullable String together,
    Set<String> tags) {

  /** An item of which nobody has said anything. */
  public static final ItemFacts PLAIN =
      new ItemFacts(null, null, null, Temperature.AMBIENT, false, null, Set.of());

  public ItemFacts {
    tags = Set.copyOf(tags);
  }

  /** How goods must be kept. */
  public enum Temperature {
    AMBIENT,
    CHILLED,
    FROZEN
  }
}
