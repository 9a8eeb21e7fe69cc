/** Sales channels: the port that every adapter implements, and the way of a message from webhook to order. */
@NullMarked
package dev.crossdock.channels;

import org.jspecify.annotations.NullMarked;
