/** Prefers kinds of location by a list. */
@NullMarked
package dev.crossdock.routing.criteria.kindorder;

import org.jspecify.annotations.NullMarked;
