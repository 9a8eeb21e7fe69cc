/** Asks only locations near the buyer. */
@NullMarked
package dev.crossdock.routing.criteria.withindistance;

import org.jspecify.annotations.NullMarked;
