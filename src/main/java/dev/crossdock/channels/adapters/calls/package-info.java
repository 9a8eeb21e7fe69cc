/** Asks a channel's API and sorts its answers into those to read, to wait for, and to hand to a person. */
@NullMarked
package dev.crossdock.channels.adapters.calls;

import org.jspecify.annotations.NullMarked;
