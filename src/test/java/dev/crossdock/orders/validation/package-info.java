/** The rules: what causes a hold, and what ends it. */
@NullMarked
package dev.crossdock.orders.validation;

import org.jspecify.annotations.NullMarked;
