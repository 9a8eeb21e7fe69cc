/** Decisions that are tried: cases, orders and policies on the past. */
@NullMarked
package dev.crossdock.api.v1.routing.trials;

import org.jspecify.annotations.NullMarked;
