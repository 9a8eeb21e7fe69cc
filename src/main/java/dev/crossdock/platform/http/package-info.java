/** Talking HTTP: calls to the outside with limits on everything, and problems told by RFC 9457. */
@NullMarked
package dev.crossdock.platform.http;

import org.jspecify.annotations.NullMarked;
