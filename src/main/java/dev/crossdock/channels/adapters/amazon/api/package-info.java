/** Calls of Amazon's Selling Partner API: signing in, fetching an order, looking for changed ones. */
@NullMarked
package dev.crossdock.channels.adapters.amazon.api;

import org.jspecify.annotations.NullMarked;
