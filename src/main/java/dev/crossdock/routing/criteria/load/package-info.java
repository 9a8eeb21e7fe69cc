/** Prefers locations with room for more work. */
@NullMarked
package dev.crossdock.routing.criteria.load;

import org.jspecify.annotations.NullMarked;
