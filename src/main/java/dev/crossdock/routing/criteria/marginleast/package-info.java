/** Asks only locations from which enough is left of the price. */
@NullMarked
package dev.crossdock.routing.criteria.marginleast;

import org.jspecify.annotations.NullMarked;
