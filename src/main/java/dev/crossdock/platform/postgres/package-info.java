/** A real PostgreSQL of our own: unpacked, set up, started, watched and stopped together with this process. */
@NullMarked
package dev.crossdock.platform.postgres;

import org.jspecify.annotations.NullMarked;
