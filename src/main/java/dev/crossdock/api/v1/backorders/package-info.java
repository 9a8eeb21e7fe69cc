/** What may be sold before it is there, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.backorders;

import org.jspecify.annotations.NullMarked;
