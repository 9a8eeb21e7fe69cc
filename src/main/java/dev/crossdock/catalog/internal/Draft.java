package dev.crossdock.catalog.internal;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import dev.crossdock.catalog.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a request whose every field is well-formed; not yet compared with what is there. */
record Draft(int index, String sku, ProductInput input) {

  boolean kit() {
    return input.components() != null && !input.components().isEmpty();
  }

  List<Component> components() {
    return input.components() == null ? List.of() : input.components();
  }

  /** What the SKU becomes: what the input leaves open stays as it was. */
  Sku over(@Nullable Sku was) {
    return new Sku(
        sku,
        input.title() == null && was != null ? was.title() : stripped(input.title(), sku),
        text(input.product(), was == null ? null : was.product()),
        text(input.barcode(), was == null ? null : was.barcode()),
        weight(was),
        input.active() == null ? was == null || was.active() : input.active(),
        input.components() == null && was != null ? was.components() : components(),
        was == null ? 1 : was.version());
  }

  private @Nullable Integer weight(@Nullable Sku was) {
    Integer weight = input.weightGrams();
    if (weight == null) {
      return was == null ? null : was.weightGrams();
    }
    return weight == 0 ? null : weight;
  }

  private static @Nullable String text(@Nullable String wanted, @Nullable String was) {
    if (wanted == null) {
      return was;
    }
    String stripped = SkuText.strip(wanted);
    return stripped.isEmpty() ? null : stripped;
  }

  private static String stripped(@Nullable String wanted, String otherwise) {
    return wanted == null ? otherwise : SkuText.strip(wanted);
  }
}
