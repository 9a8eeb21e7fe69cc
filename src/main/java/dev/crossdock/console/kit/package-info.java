/** The parts every page is made of: plain values in, markup out; each in all its states at {@code /console/kit}. */
@NullMarked
package dev.crossdock.console.kit;

import org.jspecify.annotations.NullMarked;
