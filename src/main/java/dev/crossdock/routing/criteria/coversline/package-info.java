/** Asks only locations that have a whole line of the order. */
@NullMarked
package dev.crossdock.routing.criteria.coversline;

import org.jspecify.annotations.NullMarked;
