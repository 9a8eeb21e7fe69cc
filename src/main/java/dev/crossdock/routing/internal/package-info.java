/** Tables of routing: the queue, who waits for stock, and the decisions. */
@NullMarked
package dev.crossdock.routing.internal;

import org.jspecify.annotations.NullMarked;
