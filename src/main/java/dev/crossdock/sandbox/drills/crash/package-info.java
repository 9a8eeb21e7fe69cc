/** The drill that breaks an installation again and again under load, and proves what is left of it each time. */
@NullMarked
package dev.crossdock.sandbox.drills.crash;

import org.jspecify.annotations.NullMarked;
