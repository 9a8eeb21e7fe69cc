/** Fulfilment orders: the work each location has to do. */
@NullMarked
package dev.crossdock.fulfilment;

import org.jspecify.annotations.NullMarked;
