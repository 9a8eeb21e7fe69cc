/** The second half of a channel's port: how it is told its stock. */
@NullMarked
package dev.crossdock.channels.stock;

import org.jspecify.annotations.NullMarked;
