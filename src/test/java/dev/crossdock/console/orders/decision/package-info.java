/** Tests of what a page shows of decisions. */
@NullMarked
package dev.crossdock.console.orders.decision;

import org.jspecify.annotations.NullMarked;
