/** WooCommerce: signed webhooks that are never repeated, so that reading changes is what keeps orders whole. */
@NullMarked
package dev.crossdock.channels.adapters.woocommerce;

import org.jspecify.annotations.NullMarked;
