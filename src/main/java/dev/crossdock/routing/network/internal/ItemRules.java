package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.network.Item;
import dev.crossdock.routing.network.ItemInput;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what is told of one SKU, and names every field that is wrong. Pure. */
public final class ItemRules {

  private static final int LONGEST_MAX_MM = 100_000;
  private static final String WORD = "1 to 40 letters, digits, spaces and . _ : + / -.";

  private ItemRules() {}

  /** The item to keep, or nothing and at least one error more in the list. */
  public static @Nullable Wanted<Item> judge(int index, ItemInput input, Set<String> skus, List<ItemError> errors) {
    Faults faults = new Faults(index);
    String sku = faults.text("sku", input.sku(), skus::contains, "There is no such SKU.");
    Item item =
        new Item(
            faults.whole("longestMm", input.longestMm(), 1, LONGEST_MAX_MM),
            word(faults, "hazmat", input.hazmat()),
            temperature(faults, input.temperature()),
            input.oversize() != null && input.oversize(),
            word(faults, "together", input.together()),
            faults.words("tags", input.tags(), Faults.WORD, "format", WORD));
    errors.addAll(faults.all());
    return faults.none() ? new Wanted<>(index, sku, input.version(), item) : null;
  }

  private static @Nullable String word(Faults faults, String field, @Nullable String value) {
    return value == null || value.isBlank() ? null : faults.text(field, value, Faults.WORD, WORD);
  }

  private static Temperature temperature(Faults faults, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return Temperature.AMBIENT;
    }
    return Arrays.stream(Temperature.values())
        .filter(known -> known.name().equals(value))
        .findFirst()
        .orElseGet(
            () -> {
              faults.refuse("temperature", "unknown", "It must be one of AMBIENT, CHILLED, FROZEN.");
              return Temperature.AMBIENT;
            });
  }
}
