/** Stock as it is and as it was: positions now or at any instant by two clocks, and the ledger they come from. */
@NullMarked
package dev.crossdock.inventory.history;

import org.jspecify.annotations.NullMarked;
