/** Files of adjustments, documents and counts, each row with an answer of its own. */
@NullMarked
package dev.crossdock.api.v1.files;

import org.jspecify.annotations.NullMarked;
