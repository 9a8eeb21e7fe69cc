/** Proves the invariants on demand and at night, and keeps what was found. */
@NullMarked
package dev.crossdock.platform.checks;

import org.jspecify.annotations.NullMarked;
