/** Prefers early leaving. */
@NullMarked
package dev.crossdock.routing.criteria.daystoleave;

import org.jspecify.annotations.NullMarked;
