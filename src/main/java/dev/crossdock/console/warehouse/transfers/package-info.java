/** Stock on its way between our locations: requested, shipped, received. */
@NullMarked
package dev.crossdock.console.warehouse.transfers;

import org.jspecify.annotations.NullMarked;
