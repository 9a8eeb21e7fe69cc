/** Cycle counts: begun, counted blind, judged. */
@NullMarked
package dev.crossdock.console.warehouse.counts;

import org.jspecify.annotations.NullMarked;
