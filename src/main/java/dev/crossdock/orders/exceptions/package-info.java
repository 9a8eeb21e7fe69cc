/** Tasks about what failed, grouped by their cause, each with the remedy it proposes. */
@NullMarked
package dev.crossdock.orders.exceptions;

import org.jspecify.annotations.NullMarked;
