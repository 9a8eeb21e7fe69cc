/** Units kept for a checkout until they are ordered or the time is over. */
@NullMarked
package dev.crossdock.inventory.checkout;

import org.jspecify.annotations.NullMarked;
