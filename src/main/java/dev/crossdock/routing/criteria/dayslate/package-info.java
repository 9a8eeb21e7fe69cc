/** Prefers keeping the promised date. */
@NullMarked
package dev.crossdock.routing.criteria.dayslate;

import org.jspecify.annotations.NullMarked;
