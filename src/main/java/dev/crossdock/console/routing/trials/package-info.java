/** Policies tried on the orders of the past, what came of it, and how much worse they may be. */
@NullMarked
package dev.crossdock.console.routing.trials;

import org.jspecify.annotations.NullMarked;
