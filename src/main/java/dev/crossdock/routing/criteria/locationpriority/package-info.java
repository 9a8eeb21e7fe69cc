/** Prefers what the merchant put first. */
@NullMarked
package dev.crossdock.routing.criteria.locationpriority;

import org.jspecify.annotations.NullMarked;
