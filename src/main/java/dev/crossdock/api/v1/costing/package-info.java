/** What stock is worth and what sales cost, over HTTP. */
@NullMarked
package dev.crossdock.api.v1.costing;

import org.jspecify.annotations.NullMarked;
