/** Shopify, online and at the till: whole orders by signed webhook, read again over the Admin API. */
@NullMarked
package dev.crossdock.channels.adapters.shopify;

import org.jspecify.annotations.NullMarked;
