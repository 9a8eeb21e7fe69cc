/** Rules a merchant sets for all its orders. */
@NullMarked
package dev.crossdock.api.v1.rules;

import org.jspecify.annotations.NullMarked;
