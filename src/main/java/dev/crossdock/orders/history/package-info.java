/** Looks back at orders. */
@NullMarked
package dev.crossdock.orders.history;

import org.jspecify.annotations.NullMarked;
