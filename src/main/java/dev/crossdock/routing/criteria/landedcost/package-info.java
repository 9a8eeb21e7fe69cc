/** Prefers what costs the least in all. */
@NullMarked
package dev.crossdock.routing.criteria.landedcost;

import org.jspecify.annotations.NullMarked;
