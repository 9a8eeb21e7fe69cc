/** Tests of the editor of routing policies. */
@NullMarked
package dev.crossdock.console.routing.policies;

import org.jspecify.annotations.NullMarked;
