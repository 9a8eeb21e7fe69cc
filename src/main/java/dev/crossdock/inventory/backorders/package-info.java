/** Units that may be sold before they are there: backorders, and pre-orders with a release date. */
@NullMarked
package dev.crossdock.inventory.backorders;

import org.jspecify.annotations.NullMarked;
