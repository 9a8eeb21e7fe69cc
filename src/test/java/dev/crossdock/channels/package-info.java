/** The contract that every channel's adapter keeps, and the recordings it is held to. */
@NullMarked
package dev.crossdock.channels;

import org.jspecify.annotations.NullMarked;
