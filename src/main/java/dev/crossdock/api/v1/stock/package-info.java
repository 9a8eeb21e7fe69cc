/** Stock over HTTP. */
@NullMarked
package dev.crossdock.api.v1.stock;

import org.jspecify.annotations.NullMarked;
