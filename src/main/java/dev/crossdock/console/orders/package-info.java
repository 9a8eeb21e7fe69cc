/** What the pages about orders share: how states are worded and drawn. */
@NullMarked
package dev.crossdock.console.orders;

import org.jspecify.annotations.NullMarked;
