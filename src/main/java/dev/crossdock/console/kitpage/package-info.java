/** One page that shows every part of the kit in every state. */
@NullMarked
package dev.crossdock.console.kitpage;

import org.jspecify.annotations.NullMarked;
