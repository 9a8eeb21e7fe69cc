/** Lots with their expiry, and serial numbers: which units lie where, came from where and went to whom. */
@NullMarked
package dev.crossdock.inventory.lots;

import org.jspecify.annotations.NullMarked;
