/** Profiles of locations, facts of SKUs and rate cards over HTTP. */
@NullMarked
package dev.crossdock.api.v1.network;

import org.jspecify.annotations.NullMarked;
