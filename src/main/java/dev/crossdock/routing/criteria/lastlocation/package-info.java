/** Prefers where the buyer was served last. */
@NullMarked
package dev.crossdock.routing.criteria.lastlocation;

import org.jspecify.annotations.NullMarked;
