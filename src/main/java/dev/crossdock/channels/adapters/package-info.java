/** One folder a channel; an adapter sees the port in {@code channels} and small platform parts, nothing else. */
@NullMarked
package dev.crossdock.channels.adapters;

import org.jspecify.annotations.NullMarked;
