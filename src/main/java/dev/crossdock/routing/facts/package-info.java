/** What routing knows when it decides: an order, the places, their stock, what carriage costs. Pure values, no SQL. */
@NullMarked
package dev.crossdock.routing.facts;

import org.jspecify.annotations.NullMarked;
