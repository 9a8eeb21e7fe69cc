/** Files of counts over HTTP. */
@NullMarked
package dev.crossdock.api.v1.imports;

import org.jspecify.annotations.NullMarked;
