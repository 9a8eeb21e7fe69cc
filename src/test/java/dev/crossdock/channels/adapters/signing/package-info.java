/** Tests of the signatures that channels share. */
@NullMarked
package dev.crossdock.channels.adapters.signing;

import org.jspecify.annotations.NullMarked;
