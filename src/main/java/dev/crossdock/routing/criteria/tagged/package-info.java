/** Asks locations by their tags. */
@NullMarked
package dev.crossdock.routing.criteria.tagged;

import org.jspecify.annotations.NullMarked;
