/** Prefers early arrival. */
@NullMarked
package dev.crossdock.routing.criteria.arrivaldays;

import org.jspecify.annotations.NullMarked;
