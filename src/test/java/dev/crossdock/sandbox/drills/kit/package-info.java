/** Proves how drills are asked for and what they answer. */
@NullMarked
package dev.crossdock.sandbox.drills.kit;

import org.jspecify.annotations.NullMarked;
