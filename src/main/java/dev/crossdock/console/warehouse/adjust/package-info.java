/** Corrections of single levels, with what was before and what will be. */
@NullMarked
package dev.crossdock.console.warehouse.adjust;

import org.jspecify.annotations.NullMarked;
