/** Where the versions of policies are stored. */
@NullMarked
package dev.crossdock.routing.policies.internal;

import org.jspecify.annotations.NullMarked;
