/** Proves that the checks are run, kept and told. */
@NullMarked
package dev.crossdock.platform.checks;

import org.jspecify.annotations.NullMarked;
