/** Keeps some goods to locations that may ship them. */
@NullMarked
package dev.crossdock.routing.criteria.licensedgoods;

import org.jspecify.annotations.NullMarked;
