/** Asks only locations from which a carrier is quick. */
@NullMarked
package dev.crossdock.routing.criteria.transitdaysmost;

import org.jspecify.annotations.NullMarked;
