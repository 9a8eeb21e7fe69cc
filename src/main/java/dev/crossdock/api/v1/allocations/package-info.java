/** Units kept apart for groups, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.allocations;

import org.jspecify.annotations.NullMarked;
