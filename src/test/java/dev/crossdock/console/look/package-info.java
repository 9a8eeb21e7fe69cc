/** The look, held to its numbers. */
@NullMarked
package dev.crossdock.console.look;

import org.jspecify.annotations.NullMarked;
