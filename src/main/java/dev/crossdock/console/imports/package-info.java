/** Files taken in: what was understood of them, how far they are, and what became of each row. */
@NullMarked
package dev.crossdock.console.imports;

import org.jspecify.annotations.NullMarked;
