/** Where stock lies, how much of it is promised to whom, and the ledger that proves it. */
@NullMarked
package dev.crossdock.inventory;

import org.jspecify.annotations.NullMarked;
