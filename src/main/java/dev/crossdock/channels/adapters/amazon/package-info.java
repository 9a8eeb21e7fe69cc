/**
 * Amazon's Selling Partner API: notifications that only name an order, and the order in two live shapes. Facts are from
 * Amazon's published models of Orders v0, Orders 2026-01-01, Tokens and the ORDER_CHANGE notification.
 */
@NullMarked
package dev.crossdock.channels.adapters.amazon;

import org.jspecify.annotations.NullMarked;
