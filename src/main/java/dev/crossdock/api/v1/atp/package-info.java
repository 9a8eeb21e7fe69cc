/** What may be promised, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.atp;

import org.jspecify.annotations.NullMarked;
