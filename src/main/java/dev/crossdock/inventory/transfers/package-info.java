/** Stock on its way from one of our locations to another. */
@NullMarked
package dev.crossdock.inventory.transfers;

import org.jspecify.annotations.NullMarked;
