/** Tests of decisions that are tried. */
@NullMarked
package dev.crossdock.routing.trials;

import org.jspecify.annotations.NullMarked;
