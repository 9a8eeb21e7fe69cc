/** Prefers old stock. */
@NullMarked
package dev.crossdock.routing.criteria.stockage;

import org.jspecify.annotations.NullMarked;
