/** The workers between inbox and orders. */
@NullMarked
package dev.crossdock.channels.internal;

import org.jspecify.annotations.NullMarked;
