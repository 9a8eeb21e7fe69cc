/** What the checks of the invariants found, and a way to have them run. */
@NullMarked
package dev.crossdock.api.v1.checks;

import org.jspecify.annotations.NullMarked;
