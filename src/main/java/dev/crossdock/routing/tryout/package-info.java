/** Tries policies on orders as they are now: one by one, beside live decisions, and on all that is not released. */
@NullMarked
package dev.crossdock.routing.tryout;

import org.jspecify.annotations.NullMarked;
