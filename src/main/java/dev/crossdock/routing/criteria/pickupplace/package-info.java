/** Sends orders for pickup where the buyer collects. */
@NullMarked
package dev.crossdock.routing.criteria.pickupplace;

import org.jspecify.annotations.NullMarked;
