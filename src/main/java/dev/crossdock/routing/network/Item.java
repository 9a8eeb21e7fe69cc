package dev.crossdock.routing.network;

import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a SKU asks of whoever ships it, as it is stored. */
public record Item(
    @Nullable Integer longestMm,
    @Nullable String hazmat,
    Temperature temperature,
    boolean oversize,
    @Nullable String together,
    List<String> tags) {

  /** A SKU of which nobody has said anything. */
  public static final Item PLAIN = new Item(null, null, Temperature.AMBIENT, false, null, List.of());

  public Item {
    tags = List.copyOf(tags);
  }

  /** As routing reads it. */
  public ItemFacts facts(@Nullable Integer weightGrams) {
    return new ItemFacts(weightGrams, longestMm, hazmat, temperature, oversize, together, Set.copyOf(tags));
  }
}
