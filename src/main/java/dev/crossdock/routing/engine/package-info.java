/** Finds the best plan for one order: pure, bounded in time, always the same for the same facts. */
@NullMarked
package dev.crossdock.routing.engine;

import org.jspecify.annotations.NullMarked;
