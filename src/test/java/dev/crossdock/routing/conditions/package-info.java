/** Conditions hold for the orders they say, and what is proved about them is true. */
@NullMarked
package dev.crossdock.routing.conditions;

import org.jspecify.annotations.NullMarked;
