/** Decisions that are tried instead of made: from a pasted case, on an order that is there, and on the past. */
@NullMarked
package dev.crossdock.routing.trials;

import org.jspecify.annotations.NullMarked;
