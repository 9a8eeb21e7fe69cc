/** Amazon's Selling Partner API: notifications that only name an order, and the order in its two live shapes. */
@NullMarked
package dev.crossdock.channels.adapters.amazon;

import org.jspecify.annotations.NullMarked;
