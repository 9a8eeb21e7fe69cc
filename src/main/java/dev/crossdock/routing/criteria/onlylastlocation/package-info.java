/** Ships from where the last order of the buyer left. */
@NullMarked
package dev.crossdock.routing.criteria.onlylastlocation;

import org.jspecify.annotations.NullMarked;
