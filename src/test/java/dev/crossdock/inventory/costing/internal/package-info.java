/** Tests of how cost is reckoned. */
@NullMarked
package dev.crossdock.inventory.costing.internal;

import org.jspecify.annotations.NullMarked;
