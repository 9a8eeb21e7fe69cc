/** Tests of the API over real HTTP. */
@NullMarked
package dev.crossdock.api;

import org.jspecify.annotations.NullMarked;
