/** How cost is reckoned and stored: private to inventory. */
@NullMarked
package dev.crossdock.inventory.costing.internal;

import org.jspecify.annotations.NullMarked;
