/** Worth at least so much: asks locations by what their parcel is worth. */
@NullMarked
package dev.crossdock.routing.criteria.shipmentworthleast;

import org.jspecify.annotations.NullMarked;
