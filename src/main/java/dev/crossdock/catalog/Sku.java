package dev.crossdock.catalog;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold under a name of its own.
 *
 * @param product the handle of the product it is a variant of
 * @param components the parts of a kit, in the order of their SKUs; empty for everything else
 * @param version counts its changes, from 1
 */
public record Sku(
    String sku,
    String title,
    @Nullable String product,
    @Nullable String barcode,
    @Nullable Integer weightGrams,
    boolean active,
    List<Component> components,
    int version) {

  public Sku {
    components = components.stream().sorted(Comparator.comparing(Component::sku)).toList();
  }

  public boolean kit() {
    return !components.isEmpty();
  }

  public Sku withVersion(int number) {
    return new Sku(sku, title, product, barcode, weightGrams, active, components, number);
  }

  public Sku withComponents(List<Component> parts) {
    return new Sku(sku, title, product, barcode, weightGrams, active, parts, version);
  }
}
