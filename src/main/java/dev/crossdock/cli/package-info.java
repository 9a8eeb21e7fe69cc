/** The command line: what {@code ./crossdock} can be asked to do. */
@NullMarked
package dev.crossdock.cli;

import org.jspecify.annotations.NullMarked;
