/** The tables of fulfilment orders. */
@NullMarked
package dev.crossdock.fulfilment.internal;

import org.jspecify.annotations.NullMarked;
