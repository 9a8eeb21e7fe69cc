/** The HTTP API for programs, and the door where channels deliver; one group of endpoints a file. */
@NullMarked
package dev.crossdock.api;

import org.jspecify.annotations.NullMarked;
