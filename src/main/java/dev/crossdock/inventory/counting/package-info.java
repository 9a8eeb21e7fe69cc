/** Cycle counts, and the bins they count. */
@NullMarked
package dev.crossdock.inventory.counting;

import org.jspecify.annotations.NullMarked;
