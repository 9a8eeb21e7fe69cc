/** Demand that has no place, by why. */
@NullMarked
package dev.crossdock.console.routing.queues;

import org.jspecify.annotations.NullMarked;
