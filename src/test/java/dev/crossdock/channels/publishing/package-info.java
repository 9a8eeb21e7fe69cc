/** Tests of what channels have to show. */
@NullMarked
package dev.crossdock.channels.publishing;

import org.jspecify.annotations.NullMarked;
