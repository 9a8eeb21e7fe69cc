/** Keeps out locations that have enough to do. */
@NullMarked
package dev.crossdock.routing.criteria.hascapacity;

import org.jspecify.annotations.NullMarked;
