/** Asks only some kinds of location. */
@NullMarked
package dev.crossdock.routing.criteria.kindoflocation;

import org.jspecify.annotations.NullMarked;
