/** Prefers locations by a list. */
@NullMarked
package dev.crossdock.routing.criteria.locationorder;

import org.jspecify.annotations.NullMarked;
