/** Policies tried on orders as they are now, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.routing.tryout;

import org.jspecify.annotations.NullMarked;
