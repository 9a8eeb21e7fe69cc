/** The page of one SKU: its levels, who holds them, and what happened to them last. */
@NullMarked
package dev.crossdock.console.stock.sku;

import org.jspecify.annotations.NullMarked;
