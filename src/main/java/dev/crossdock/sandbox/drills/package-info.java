/** Acceptance drills: each runs an installation hard, measures it, and says whether it held. */
@NullMarked
package dev.crossdock.sandbox.drills;

import org.jspecify.annotations.NullMarked;
