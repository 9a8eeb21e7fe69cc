/** How positions and the ledger are read: private to the history of inventory. */
@NullMarked
package dev.crossdock.inventory.history.internal;

import org.jspecify.annotations.NullMarked;
