/** Keeps locations to the countries they ship to. */
@NullMarked
package dev.crossdock.routing.criteria.shipstocountry;

import org.jspecify.annotations.NullMarked;
