/** What the contract suite must know of WooCommerce. */
@NullMarked
package dev.crossdock.channels.adapters.woocommerce;

import org.jspecify.annotations.NullMarked;
