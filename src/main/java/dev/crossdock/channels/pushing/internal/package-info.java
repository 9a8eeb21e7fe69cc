/** The tables of what was told. */
@NullMarked
package dev.crossdock.channels.pushing.internal;

import org.jspecify.annotations.NullMarked;
