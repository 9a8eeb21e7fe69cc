/** The routing policies: their versions, and the editor of a draft. */
@NullMarked
package dev.crossdock.console.routing.policies;

import org.jspecify.annotations.NullMarked;
