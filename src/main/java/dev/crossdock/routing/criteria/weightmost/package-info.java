/** Keeps heavy parcels from some kinds of location. */
@NullMarked
package dev.crossdock.routing.criteria.weightmost;

import org.jspecify.annotations.NullMarked;
