/** What reached us from outside: stored once, raw, before anybody is answered, then handed out to be worked on. */
@NullMarked
package dev.crossdock.platform.inbox;

import org.jspecify.annotations.NullMarked;
