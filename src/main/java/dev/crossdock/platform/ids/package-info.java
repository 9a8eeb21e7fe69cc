/** Identifiers made in the application, ordered by time so that indexes grow at their right edge. */
@NullMarked
package dev.crossdock.platform.ids;

import org.jspecify.annotations.NullMarked;
