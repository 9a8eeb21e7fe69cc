/** Why an order ships from where it ships: the choice in a sentence, who else was asked, and a map of it. */
@NullMarked
package dev.crossdock.console.orders.decision;

import org.jspecify.annotations.NullMarked;
