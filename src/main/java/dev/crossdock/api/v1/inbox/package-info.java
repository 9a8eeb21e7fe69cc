/** Messages over HTTP. */
@NullMarked
package dev.crossdock.api.v1.inbox;

import org.jspecify.annotations.NullMarked;
