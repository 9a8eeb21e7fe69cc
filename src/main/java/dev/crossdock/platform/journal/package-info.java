/** The append-only history of everything, sealed in chained blocks, and the readers that follow it. */
@NullMarked
package dev.crossdock.platform.journal;

import org.jspecify.annotations.NullMarked;
