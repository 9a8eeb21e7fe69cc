/** Prefers ways that cross no border. */
@NullMarked
package dev.crossdock.routing.criteria.bordercrossings;

import org.jspecify.annotations.NullMarked;
