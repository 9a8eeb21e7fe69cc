/** Prefers locations whose stock lasts. */
@NullMarked
package dev.crossdock.routing.criteria.supplyleft;

import org.jspecify.annotations.NullMarked;
