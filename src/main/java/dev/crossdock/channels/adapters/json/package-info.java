/** Reads JSON from outside: strict, bounded, and every complaint with its path and rule. */
@NullMarked
package dev.crossdock.channels.adapters.json;

import org.jspecify.annotations.NullMarked;
