package dev.crossdock.api.v1.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.catalog.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SKU as callers see it; {@code version} counts its changes, from 1. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductView(
    String sku,
    String title,
    @Nullable String product,
    @Nullable String barcode,
    @Nullable Integer weightGrams,
    boolean active,
    List<ProductBody.ComponentBody> components,
    int version) {

  static ProductView of(Sku sku) {
    return new ProductView(
        sku.sku(),
        sku.title(),
        sku.product(),
        sku.barcode(),
        sku.weightGrams(),
        sku.active(),
        sku.components().stream().map(part -> new ProductBody.ComponentBody(part.sku(), part.units())).toList(),
        sku.version());
  }
}
