/** Tests of the strict JSON reading. */
@NullMarked
package dev.crossdock.channels.adapters.json;

import org.jspecify.annotations.NullMarked;
