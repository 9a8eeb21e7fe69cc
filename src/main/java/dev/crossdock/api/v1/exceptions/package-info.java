/** Exceptions over HTTP. */
@NullMarked
package dev.crossdock.api.v1.exceptions;

import org.jspecify.annotations.NullMarked;
