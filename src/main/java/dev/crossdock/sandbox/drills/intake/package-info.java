/** The drill of the way in: how many orders a second, how soon, and at what cost. */
@NullMarked
package dev.crossdock.sandbox.drills.intake;

import org.jspecify.annotations.NullMarked;
