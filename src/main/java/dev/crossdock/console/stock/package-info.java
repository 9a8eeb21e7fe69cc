/** The list of stock: every SKU with what lies where. */
@NullMarked
package dev.crossdock.console.stock;

import org.jspecify.annotations.NullMarked;
