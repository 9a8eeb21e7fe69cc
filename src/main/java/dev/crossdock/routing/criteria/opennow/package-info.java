/** Asks only locations that are open. */
@NullMarked
package dev.crossdock.routing.criteria.opennow;

import org.jspecify.annotations.NullMarked;
