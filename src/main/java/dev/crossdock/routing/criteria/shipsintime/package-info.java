/** Asks only locations that send off by the promised date. */
@NullMarked
package dev.crossdock.routing.criteria.shipsintime;

import org.jspecify.annotations.NullMarked;
