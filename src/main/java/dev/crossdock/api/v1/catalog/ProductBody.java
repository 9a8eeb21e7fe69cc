package dev.crossdock.api.v1.catalog;

import dev.crossdock.catalog.Component;
import dev.crossdock.catalog.ProductInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SKU as a caller describes it; what is absent stays as it is, or takes its default when the SKU is new. */
record ProductBody(
    @Nullable String sku,
    @Nullable String title,
    @Nullable String barcode,
    @Nullable Integer weightGrams,
    @Nullable Boolean active,
    @Nullable String product,
    @Nullable String productTitle,
    @Nullable List<@Nullable ComponentBody> components) {

  /** So many units of a SKU in one unit of the kit. */
  record ComponentBody(@Nullable String sku, @Nullable Integer units) {}

  ProductInput input() {
    List<Component> parts = components == null ? null : components.stream().map(ProductBody::component).toList();
    return new ProductInput(sku, title, barcode, weightGrams, active, product, productTitle, parts);
  }

  /** What is absent becomes what the catalogue refuses by name. */
  private static Component component(@Nullable ComponentBody part) {
    String sku = part == null || part.sku() == null ? "" : part.sku();
    return new Component(sku, part == null || part.units() == null ? 0 : part.units());
  }
}
