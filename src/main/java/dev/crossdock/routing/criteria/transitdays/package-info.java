/** Prefers short carriage. */
@NullMarked
package dev.crossdock.routing.criteria.transitdays;

import org.jspecify.annotations.NullMarked;
