/** Commands to orders and their lines, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.lines;

import org.jspecify.annotations.NullMarked;
