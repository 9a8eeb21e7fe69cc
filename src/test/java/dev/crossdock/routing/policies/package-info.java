/** Policies are read, checked, compared, versioned, and decide. */
@NullMarked
package dev.crossdock.routing.policies;

import org.jspecify.annotations.NullMarked;
