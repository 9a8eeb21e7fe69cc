/** How cases are read, and what is stored of what was tried. */
@NullMarked
package dev.crossdock.routing.trials.internal;

import org.jspecify.annotations.NullMarked;
