/** Proves that files are read whatever they were saved as. */
@NullMarked
package dev.crossdock.platform.csv;

import org.jspecify.annotations.NullMarked;
