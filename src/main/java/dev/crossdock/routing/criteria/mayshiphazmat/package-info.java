/** Keeps dangerous goods from locations that may not ship them. */
@NullMarked
package dev.crossdock.routing.criteria.mayshiphazmat;

import org.jspecify.annotations.NullMarked;
