/** Asks only locations from which a carrier would take the parcel. */
@NullMarked
package dev.crossdock.routing.criteria.carrieravailable;

import org.jspecify.annotations.NullMarked;
