/** Tests of telling channels their stock. */
@NullMarked
package dev.crossdock.channels.pushing;

import org.jspecify.annotations.NullMarked;
