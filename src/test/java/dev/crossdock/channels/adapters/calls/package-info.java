/** Tests of calls to channels. */
@NullMarked
package dev.crossdock.channels.adapters.calls;

import org.jspecify.annotations.NullMarked;
