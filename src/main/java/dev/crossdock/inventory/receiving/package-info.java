/** Purchase orders and what is received for them. */
@NullMarked
package dev.crossdock.inventory.receiving;

import org.jspecify.annotations.NullMarked;
