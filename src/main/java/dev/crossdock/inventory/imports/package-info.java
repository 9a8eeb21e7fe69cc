/** Counts of whole warehouses from files. */
@NullMarked
package dev.crossdock.inventory.imports;

import org.jspecify.annotations.NullMarked;
