/** Tables of publishing. */
@NullMarked
package dev.crossdock.channels.publishing.internal;

import org.jspecify.annotations.NullMarked;
