/** Keeps long goods from some kinds of location. */
@NullMarked
package dev.crossdock.routing.criteria.longestside;

import org.jspecify.annotations.NullMarked;
