/** The page of one order: what it is, what stops it, where its units are, why, what it costs, and what happened. */
@NullMarked
package dev.crossdock.console.orders.order;

import org.jspecify.annotations.NullMarked;
