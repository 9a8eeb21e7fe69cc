/** Keeps the clocks of personal data in step with the orders it belongs to. */
@NullMarked
package dev.crossdock.orders.privacy;

import org.jspecify.annotations.NullMarked;
