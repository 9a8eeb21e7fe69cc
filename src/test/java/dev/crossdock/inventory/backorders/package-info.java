/** Tests of what may be sold before it is there. */
@NullMarked
package dev.crossdock.inventory.backorders;

import org.jspecify.annotations.NullMarked;
