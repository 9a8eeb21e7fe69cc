/** When rules of a policy decide. */
@NullMarked
package dev.crossdock.routing.timing;

import org.jspecify.annotations.NullMarked;
