/** Products and listings over HTTP. */
@NullMarked
package dev.crossdock.api.v1.catalog;

import org.jspecify.annotations.NullMarked;
