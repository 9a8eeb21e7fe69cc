/** Prefers locations with little to do. */
@NullMarked
package dev.crossdock.routing.criteria.workload;

import org.jspecify.annotations.NullMarked;
