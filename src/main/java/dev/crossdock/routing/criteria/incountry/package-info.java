/** Asks only locations in some countries. */
@NullMarked
package dev.crossdock.routing.criteria.incountry;

import org.jspecify.annotations.NullMarked;
