/** Proves how drills are asked for and what they answer. */
@NullMarked
package dev.crossdock.sandbox.drills;

import org.jspecify.annotations.NullMarked;
