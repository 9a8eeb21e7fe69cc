/** Decisions over all orders, searched by where, who lost, why, and when. */
@NullMarked
package dev.crossdock.console.routing.decisions;

import org.jspecify.annotations.NullMarked;
