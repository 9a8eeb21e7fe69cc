/** Routing policies: their versions, what they may say, and the commands that change which one decides. */
@NullMarked
package dev.crossdock.api.v1.policies;

import org.jspecify.annotations.NullMarked;
