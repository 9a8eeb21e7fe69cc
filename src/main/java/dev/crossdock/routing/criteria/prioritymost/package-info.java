/** Asks only locations that come early enough. */
@NullMarked
package dev.crossdock.routing.criteria.prioritymost;

import org.jspecify.annotations.NullMarked;
