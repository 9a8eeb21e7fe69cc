/** Goods that arrive: purchase orders and the station that receives them. */
@NullMarked
package dev.crossdock.console.warehouse.receiving;

import org.jspecify.annotations.NullMarked;
