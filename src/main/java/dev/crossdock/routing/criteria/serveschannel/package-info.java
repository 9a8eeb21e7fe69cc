/** Keeps locations to the channels they ship for. */
@NullMarked
package dev.crossdock.routing.criteria.serveschannel;

import org.jspecify.annotations.NullMarked;
