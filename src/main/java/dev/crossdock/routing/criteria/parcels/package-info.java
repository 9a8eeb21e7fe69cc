/** Prefers few parcels. */
@NullMarked
package dev.crossdock.routing.criteria.parcels;

import org.jspecify.annotations.NullMarked;
