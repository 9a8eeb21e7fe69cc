/** Proves that the drill of the way in counts rightly. */
@NullMarked
package dev.crossdock.sandbox.drills.intake;

import org.jspecify.annotations.NullMarked;
