/** Proves what the crash drill plans and notes; the drill itself runs in its quick form. */
@NullMarked
package dev.crossdock.sandbox.drills.crash;

import org.jspecify.annotations.NullMarked;
