/** Tells channels what is owed to their listings, and looks whether they show it. */
@NullMarked
package dev.crossdock.channels.pushing;

import org.jspecify.annotations.NullMarked;
