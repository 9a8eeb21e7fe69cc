/** What stock is worth, what sales cost, and how often stock turns: cost layers and averages. */
@NullMarked
package dev.crossdock.inventory.costing;

import org.jspecify.annotations.NullMarked;
