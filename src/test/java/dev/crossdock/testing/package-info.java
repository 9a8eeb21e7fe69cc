/** What tests share: a real database, a real browser, and the optional folder of real channel messages. */
@NullMarked
package dev.crossdock.testing;

import org.jspecify.annotations.NullMarked;
