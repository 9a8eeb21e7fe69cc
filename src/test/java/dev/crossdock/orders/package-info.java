/** Orders: decided, stored, found. */
@NullMarked
package dev.crossdock.orders;

import org.jspecify.annotations.NullMarked;
