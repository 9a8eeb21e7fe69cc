/** Tests of the inbox on a real database. */
@NullMarked
package dev.crossdock.platform.inbox;

import org.jspecify.annotations.NullMarked;
