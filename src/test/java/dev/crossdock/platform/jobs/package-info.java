/** Tests of the timers. */
@NullMarked
package dev.crossdock.platform.jobs;

import org.jspecify.annotations.NullMarked;
