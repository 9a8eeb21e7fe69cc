/** Proves that the tests find wrongs: our own code, made wrong in one place at a time. */
@NullMarked
package dev.crossdock.mutants;

import org.jspecify.annotations.NullMarked;
