/** Prefers cheap carriage. */
@NullMarked
package dev.crossdock.routing.criteria.postage;

import org.jspecify.annotations.NullMarked;
