/** Pages as people get them: markup, style and journeys. */
@NullMarked
package dev.crossdock.console;

import org.jspecify.annotations.NullMarked;
