/** What was told already. */
@NullMarked
package dev.crossdock.channels.known;

import org.jspecify.annotations.NullMarked;
