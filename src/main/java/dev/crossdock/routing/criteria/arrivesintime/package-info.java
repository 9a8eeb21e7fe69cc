/** Asks only locations from which the promised date is kept. */
@NullMarked
package dev.crossdock.routing.criteria.arrivesintime;

import org.jspecify.annotations.NullMarked;
