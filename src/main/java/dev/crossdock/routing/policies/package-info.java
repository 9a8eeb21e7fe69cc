/** Routing policies: what people write, its versions, what is wrong with it, and which one decides. */
@NullMarked
package dev.crossdock.routing.policies;

import org.jspecify.annotations.NullMarked;
