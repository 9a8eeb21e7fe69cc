/** Locations over HTTP. */
@NullMarked
package dev.crossdock.api.v1.locations;

import org.jspecify.annotations.NullMarked;
