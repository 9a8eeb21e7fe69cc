/** Worth at most so much: asks locations by what their parcel is worth. */
@NullMarked
package dev.crossdock.routing.criteria.shipmentworthmost;

import org.jspecify.annotations.NullMarked;
