/** Prefers plans of which the most is left. */
@NullMarked
package dev.crossdock.routing.criteria.marginlost;

import org.jspecify.annotations.NullMarked;
