/** Counts how many of the last orders each rule of a policy meets. */
@NullMarked
package dev.crossdock.routing.reach;

import org.jspecify.annotations.NullMarked;
