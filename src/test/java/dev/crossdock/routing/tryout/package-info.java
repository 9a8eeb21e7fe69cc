/** Tests of policies tried on orders as they are now. */
@NullMarked
package dev.crossdock.routing.tryout;

import org.jspecify.annotations.NullMarked;
