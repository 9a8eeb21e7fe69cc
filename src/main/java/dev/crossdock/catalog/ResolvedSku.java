package dev.crossdock.catalog;

import java.util.List;

/**
 * What a channel's SKU stands for.
 *
 * @param active whether the merchant still sells it; an order for it resolves all the same
 * @param components what is taken from the shelf for one unit: the parts of a kit, else the SKU itself once
 */
public record ResolvedSku(String sku, String title, boolean active, List<Component> components) {}
