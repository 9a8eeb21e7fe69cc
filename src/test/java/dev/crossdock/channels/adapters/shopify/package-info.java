/** What the contract suite must know of Shopify. */
@NullMarked
package dev.crossdock.channels.adapters.shopify;

import org.jspecify.annotations.NullMarked;
