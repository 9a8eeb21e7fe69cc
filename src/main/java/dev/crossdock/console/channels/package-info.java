/** The page of channel accounts: whether each is heard from, and what waits of what it sent. */
@NullMarked
package dev.crossdock.console.channels;

import org.jspecify.annotations.NullMarked;
