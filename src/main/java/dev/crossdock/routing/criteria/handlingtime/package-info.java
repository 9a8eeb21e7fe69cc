/** Asks only locations that keep the handling time. */
@NullMarked
package dev.crossdock.routing.criteria.handlingtime;

import org.jspecify.annotations.NullMarked;
