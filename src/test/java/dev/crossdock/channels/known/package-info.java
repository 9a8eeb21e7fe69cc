/** What was told already, tried. */
@NullMarked
package dev.crossdock.channels.known;

import org.jspecify.annotations.NullMarked;
