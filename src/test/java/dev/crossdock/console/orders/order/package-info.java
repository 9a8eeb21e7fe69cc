/** Tests of what the page of an order tells. */
@NullMarked
package dev.crossdock.console.orders.order;

import org.jspecify.annotations.NullMarked;
