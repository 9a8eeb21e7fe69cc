/** Tables of orders and what turns events into rows. */
@NullMarked
package dev.crossdock.orders.internal;

import org.jspecify.annotations.NullMarked;
