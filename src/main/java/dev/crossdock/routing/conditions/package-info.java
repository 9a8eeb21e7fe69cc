/** When a rule applies: conditions on an order that people build from fields or write as expressions, told in words. */
@NullMarked
package dev.crossdock.routing.conditions;

import org.jspecify.annotations.NullMarked;
