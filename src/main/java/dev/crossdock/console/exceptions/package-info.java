/** What failed, grouped by its cause, with the remedy at hand. */
@NullMarked
package dev.crossdock.console.exceptions;

import org.jspecify.annotations.NullMarked;
