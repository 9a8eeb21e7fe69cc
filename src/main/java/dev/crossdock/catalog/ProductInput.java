package dev.crossdock.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as somebody describes it, unchecked. What is null stays as it is (or takes its default: active, no product, no
 * barcode); an empty text or a weight of zero takes the old value away; an empty list makes a kit plain again.
 *
 * @param product handle of the product it is a variant of; made when there is none
 * @param productTitle title of that product; a new product without one takes the SKU's
 */
public record ProductInput(
    @Nullable String sku,
    @Nullable String title,
    @Nullable String barcode,
    @Nullable Integer weightGrams,
    @Nullable Boolean active,
    @Nullable String product,
    @Nullable String productTitle,
    @Nullable List<Component> components) {

  /** A plain SKU. */
  public static ProductInput of(String sku, String title) {
    return new ProductInput(sku, title, null, null, null, null, null, null);
  }

  /** A SKU that is made of others. */
  public static ProductInput kit(String sku, String title, List<Component> components) {
    return new ProductInput(sku, title, null, null, null, null, null, components);
  }
}
