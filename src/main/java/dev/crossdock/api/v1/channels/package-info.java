/** Channel accounts over HTTP. */
@NullMarked
package dev.crossdock.api.v1.channels;

import org.jspecify.annotations.NullMarked;
