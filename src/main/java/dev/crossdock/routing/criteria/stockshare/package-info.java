/** Prefers taking little of what is there. */
@NullMarked
package dev.crossdock.routing.criteria.stockshare;

import org.jspecify.annotations.NullMarked;
