/** Reads files of rows whatever they were saved as: encodings, separators, headings. */
@NullMarked
package dev.crossdock.platform.csv;

import org.jspecify.annotations.NullMarked;
