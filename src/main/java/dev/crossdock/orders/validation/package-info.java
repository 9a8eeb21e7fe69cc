/** Named rules that look at an order before it goes on; what they find becomes holds. */
@NullMarked
package dev.crossdock.orders.validation;

import org.jspecify.annotations.NullMarked;
