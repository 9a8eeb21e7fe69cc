/** Keeps bulky goods from locations that do not ship them. */
@NullMarked
package dev.crossdock.routing.criteria.shipsbulky;

import org.jspecify.annotations.NullMarked;
