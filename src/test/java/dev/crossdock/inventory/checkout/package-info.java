/** Tests of checkout holds. */
@NullMarked
package dev.crossdock.inventory.checkout;

import org.jspecify.annotations.NullMarked;
