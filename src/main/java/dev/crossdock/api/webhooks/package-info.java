/** Where channels deliver their messages. */
@NullMarked
package dev.crossdock.api.webhooks;

import org.jspecify.annotations.NullMarked;
