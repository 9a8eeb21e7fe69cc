/** Asks only locations that have all that must ship together. */
@NullMarked
package dev.crossdock.routing.criteria.shipstogether;

import org.jspecify.annotations.NullMarked;
