/** Orders over HTTP. */
@NullMarked
package dev.crossdock.api.v1.orders;

import org.jspecify.annotations.NullMarked;
