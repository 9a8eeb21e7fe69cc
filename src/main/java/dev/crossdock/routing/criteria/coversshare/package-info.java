/** Asks only locations that have a share of the order. */
@NullMarked
package dev.crossdock.routing.criteria.coversshare;

import org.jspecify.annotations.NullMarked;
