/** Messages as they arrived: headers, body, and what became of them. */
@NullMarked
package dev.crossdock.console.messages;

import org.jspecify.annotations.NullMarked;
