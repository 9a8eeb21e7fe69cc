/** Checks the signatures that several channels share. */
@NullMarked
package dev.crossdock.channels.adapters.signing;

import org.jspecify.annotations.NullMarked;
