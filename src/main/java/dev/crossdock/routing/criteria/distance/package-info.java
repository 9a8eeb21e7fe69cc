/** Prefers locations near the buyer. */
@NullMarked
package dev.crossdock.routing.criteria.distance;

import org.jspecify.annotations.NullMarked;
