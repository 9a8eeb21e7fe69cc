/** Units held at checkout, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.reservations;

import org.jspecify.annotations.NullMarked;
