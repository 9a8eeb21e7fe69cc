/** Timers: what is to be done every so often, and what is to be done once at a time, by one process of many. */
@NullMarked
package dev.crossdock.platform.jobs;

import org.jspecify.annotations.NullMarked;
