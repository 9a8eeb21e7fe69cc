/** The one place that reads the machine's clock; everything else is handed an instant or an {@code InstantSource}. */
@NullMarked
package dev.crossdock.platform.time;

import org.jspecify.annotations.NullMarked;
