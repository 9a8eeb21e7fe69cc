/** Money in minor units with its currency, and the allocation that loses no cent. */
@NullMarked
package dev.crossdock.platform.money;

import org.jspecify.annotations.NullMarked;
