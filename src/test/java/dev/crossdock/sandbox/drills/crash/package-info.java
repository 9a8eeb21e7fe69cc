/** Proves what the crash drill plans and notes; what it does to an installation, it proves itself. */
@NullMarked
package dev.crossdock.sandbox.drills.crash;

import org.jspecify.annotations.NullMarked;
