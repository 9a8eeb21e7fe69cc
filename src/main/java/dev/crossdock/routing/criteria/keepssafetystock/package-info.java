/** Leaves some stock where it is. */
@NullMarked
package dev.crossdock.routing.criteria.keepssafetystock;

import org.jspecify.annotations.NullMarked;
