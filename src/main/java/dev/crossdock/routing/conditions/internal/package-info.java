/** What conditions need for themselves. */
@NullMarked
package dev.crossdock.routing.conditions.internal;

import org.jspecify.annotations.NullMarked;
