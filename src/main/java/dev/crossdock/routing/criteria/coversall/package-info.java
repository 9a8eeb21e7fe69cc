/** Asks only locations that have the whole order. */
@NullMarked
package dev.crossdock.routing.criteria.coversall;

import org.jspecify.annotations.NullMarked;
