/** The tables of what was tried on orders as they are now. */
@NullMarked
package dev.crossdock.routing.tryout.internal;

import org.jspecify.annotations.NullMarked;
