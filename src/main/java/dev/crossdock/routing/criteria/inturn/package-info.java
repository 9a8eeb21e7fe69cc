/** Spreads orders over locations in equal shares. */
@NullMarked
package dev.crossdock.routing.criteria.inturn;

import org.jspecify.annotations.NullMarked;
