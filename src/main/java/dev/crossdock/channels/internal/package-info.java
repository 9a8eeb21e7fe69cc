/** The way of a message from the inbox to an order, and the calls to channels. */
@NullMarked
package dev.crossdock.channels.internal;

import org.jspecify.annotations.NullMarked;
